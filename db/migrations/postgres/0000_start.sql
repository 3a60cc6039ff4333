CREATE TABLE "absences" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"cancelled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"platform" text NOT NULL,
	"external_id" text NOT NULL,
	"address" text NOT NULL,
	"current" boolean NOT NULL,
	"reachable" boolean NOT NULL,
	"unreachable_reason" text,
	"linked_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"account" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"invitation_id" text,
	"failures" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"form" text NOT NULL,
	"subject" jsonb NOT NULL,
	"answers" jsonb NOT NULL,
	"editing" text,
	"listening" boolean NOT NULL,
	"revision" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entries" (
	"id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"person_id" text NOT NULL,
	"local_date" text NOT NULL,
	"what" text NOT NULL,
	"kind" text NOT NULL,
	"work_result_id" text,
	"start_minute" bigint,
	"end_minute" bigint,
	"quantity_milli" bigint,
	"unit" text,
	"status" text NOT NULL,
	"revision" bigint NOT NULL,
	"submitted_at" bigint NOT NULL,
	"zone" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "entry_revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"revision" bigint NOT NULL,
	"action" text NOT NULL,
	"actor_id" text NOT NULL,
	"at" bigint NOT NULL,
	"content" jsonb NOT NULL,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"entry_id" text,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"mime" text,
	"size" bigint,
	"url" text,
	"path" text,
	"sha256" text,
	"status" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "holidays" (
	"date" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"source" text,
	"provisional" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicators" (
	"id" text PRIMARY KEY NOT NULL,
	"work_result_id" text NOT NULL,
	"position" bigint NOT NULL,
	"aspect" text,
	"title" text NOT NULL,
	"target" text,
	"unit" text
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"key" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" text,
	"platform" text,
	"address" text,
	"payload" jsonb NOT NULL,
	"status" text NOT NULL,
	"reason" text,
	"version" bigint NOT NULL,
	"attempts" bigint NOT NULL,
	"due_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"settled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"nip" text NOT NULL,
	"name" text NOT NULL,
	"position" text NOT NULL,
	"unit_id" text NOT NULL,
	"supervisor_id" text,
	"email" text,
	"roles" jsonb NOT NULL,
	"zone" text,
	"locale" text,
	"active_from" text NOT NULL,
	"active" boolean NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"year" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "postings" (
	"id" text PRIMARY KEY NOT NULL,
	"platform" text NOT NULL,
	"address" text NOT NULL,
	"message_id" text NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"entry_id" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "prompt_slots" (
	"key" text PRIMARY KEY NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "prompts" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"local_date" text NOT NULL,
	"slot" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rules" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text,
	"effective_from" text NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "talks" (
	"id" text PRIMARY KEY NOT NULL,
	"employee_id" text NOT NULL,
	"local_date" text NOT NULL,
	"entry_id" text,
	"author_id" text NOT NULL,
	"recipient_id" text NOT NULL,
	"kind" text NOT NULL,
	"body" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"parent_id" text,
	"zone" text
);
--> statement-breakpoint
CREATE TABLE "work_results" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"number" bigint NOT NULL,
	"additional" boolean NOT NULL,
	"title" text NOT NULL,
	"superior_number" bigint,
	"current" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entries" ADD CONSTRAINT "entries_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_revisions" ADD CONSTRAINT "entry_revisions_entry_id_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."entries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_work_result_id_work_results_id_fk" FOREIGN KEY ("work_result_id") REFERENCES "public"."work_results"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_results" ADD CONSTRAINT "work_results_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_person" ON "absences" USING btree ("person_id","to_date");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_external" ON "accounts" USING btree ("platform","external_id");--> statement-breakpoint
CREATE INDEX "accounts_person" ON "accounts" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject");--> statement-breakpoint
CREATE INDEX "drafts_person" ON "drafts" USING btree ("person_id","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "entries_number" ON "entries" USING btree ("number");--> statement-breakpoint
CREATE INDEX "entries_person_date" ON "entries" USING btree ("person_id","local_date");--> statement-breakpoint
CREATE UNIQUE INDEX "entry_revisions_entry" ON "entry_revisions" USING btree ("entry_id","revision");--> statement-breakpoint
CREATE INDEX "evidence_entry" ON "evidence" USING btree ("entry_id");--> statement-breakpoint
CREATE INDEX "indicators_work_result" ON "indicators" USING btree ("work_result_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invitations_code" ON "invitations" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "invitations_person" ON "invitations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "outbox_due" ON "outbox" USING btree ("due_at") WHERE "outbox"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "outbox_person" ON "outbox" USING btree ("person_id") WHERE "outbox"."person_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "people_nip" ON "people" USING btree ("nip");--> statement-breakpoint
CREATE INDEX "people_supervisor" ON "people" USING btree ("supervisor_id");--> statement-breakpoint
CREATE INDEX "people_unit" ON "people" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "plans_person_year" ON "plans" USING btree ("person_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "postings_message" ON "postings" USING btree ("platform","address","message_id");--> statement-breakpoint
CREATE INDEX "postings_subject" ON "postings" USING btree ("subject","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "prompts_person_slot" ON "prompts" USING btree ("person_id","local_date","slot");--> statement-breakpoint
CREATE INDEX "rules_unit" ON "rules" USING btree ("unit_id","effective_from");--> statement-breakpoint
CREATE INDEX "talks_day" ON "talks" USING btree ("employee_id","local_date");--> statement-breakpoint
CREATE UNIQUE INDEX "units_name" ON "units" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "work_results_number" ON "work_results" USING btree ("plan_id","number");