CREATE TABLE "action_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"year" bigint NOT NULL,
	"work_result_id" text NOT NULL,
	"period" text NOT NULL,
	"number" bigint NOT NULL,
	"title" text NOT NULL,
	"target" text,
	"unit" text,
	"current" boolean NOT NULL,
	"revision" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "admin_reminders" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"subject" text NOT NULL,
	"step" bigint NOT NULL,
	"reason" text NOT NULL,
	"on_date" text NOT NULL,
	"status" text NOT NULL,
	"created_by" text,
	"at" bigint NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "commitments" (
	"id" text PRIMARY KEY NOT NULL,
	"employee_id" text NOT NULL,
	"leader_id" text NOT NULL,
	"dialogue_id" text,
	"owner_id" text NOT NULL,
	"what" text NOT NULL,
	"due_on" text NOT NULL,
	"status" text NOT NULL,
	"note" text,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"closed_at" bigint
);
--> statement-breakpoint
CREATE TABLE "dialogue_answers" (
	"id" text PRIMARY KEY NOT NULL,
	"dialogue_id" text NOT NULL,
	"person_id" text NOT NULL,
	"answers" jsonb NOT NULL,
	"shared" boolean NOT NULL,
	"revision" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dialogues" (
	"id" text PRIMARY KEY NOT NULL,
	"employee_id" text NOT NULL,
	"leader_id" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"starts_at" bigint NOT NULL,
	"proposed_by" text NOT NULL,
	"place" text,
	"reason" text,
	"work_result_id" text,
	"minutes" jsonb,
	"minutes_revision" bigint NOT NULL,
	"minutes_by" text,
	"employee_confirmed_at" bigint,
	"leader_confirmed_at" bigint,
	"held_on" text,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "evaluation_trail" (
	"id" text PRIMARY KEY NOT NULL,
	"evaluation_id" text NOT NULL,
	"revision" bigint NOT NULL,
	"action" text NOT NULL,
	"actor_id" text,
	"at" bigint NOT NULL,
	"reason" text,
	"result_rating" text,
	"behaviour_rating" text,
	"content" jsonb
);
--> statement-breakpoint
CREATE TABLE "evaluations" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"period" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"unit_id" text NOT NULL,
	"evaluator_id" text NOT NULL,
	"plan_version_id" text,
	"status" text NOT NULL,
	"result_rating" text,
	"behaviour_rating" text,
	"content" jsonb NOT NULL,
	"revision" bigint NOT NULL,
	"opened_at" bigint NOT NULL,
	"submitted_at" bigint,
	"rated_at" bigint,
	"rated_by" text,
	"locked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "feedback" (
	"id" text PRIMARY KEY NOT NULL,
	"author_id" text NOT NULL,
	"employee_id" text NOT NULL,
	"kind" text NOT NULL,
	"visibility" text NOT NULL,
	"relation" text NOT NULL,
	"status" text NOT NULL,
	"body" text NOT NULL,
	"behaviours" jsonb NOT NULL,
	"work_result_id" text,
	"entry_id" text,
	"request_id" text,
	"dialogue_id" text,
	"local_date" text NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"shared_at" bigint,
	"read_at" bigint
);
--> statement-breakpoint
CREATE TABLE "feedback_replies" (
	"id" text PRIMARY KEY NOT NULL,
	"feedback_id" text NOT NULL,
	"author_id" text NOT NULL,
	"body" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "feedback_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"employee_id" text NOT NULL,
	"asked_id" text NOT NULL,
	"about" text NOT NULL,
	"work_result_id" text,
	"status" text NOT NULL,
	"feedback_id" text,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"settled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"from_id" text,
	"to_id" text,
	"on_date" text NOT NULL,
	"note" text,
	"counts" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "objections" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"handler_id" text,
	"due_on" text NOT NULL,
	"answer" text,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"decided_at" bigint,
	"decided_by" text
);
--> statement-breakpoint
CREATE TABLE "past_evaluations" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"period" text NOT NULL,
	"regime" text NOT NULL,
	"value_centi" bigint,
	"predicate" text,
	"source" text,
	"official" boolean NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "period_locks" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text,
	"period" text NOT NULL,
	"locked" boolean NOT NULL,
	"reason" text,
	"actor_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"person_id" text NOT NULL,
	"year" bigint NOT NULL,
	"number" bigint NOT NULL,
	"status" text NOT NULL,
	"reason" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text,
	"unit_id" text NOT NULL,
	"position" text NOT NULL,
	"supervisor_id" text,
	"content" jsonb NOT NULL,
	"remark" text,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"proposed_at" bigint,
	"decided_at" bigint,
	"decided_by" text
);
--> statement-breakpoint
CREATE TABLE "role_cells" (
	"id" text PRIMARY KEY NOT NULL,
	"leader_id" text NOT NULL,
	"person_id" text NOT NULL,
	"year" bigint NOT NULL,
	"work_result_id" text NOT NULL,
	"contribution" text NOT NULL,
	"method" text NOT NULL,
	"divided" text,
	"status" text NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "supervisions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"supervisor_id" text,
	"kind" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text,
	"status" text NOT NULL,
	"reason" text,
	"created_by" text,
	"created_at" bigint NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_achievements" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"period" text NOT NULL,
	"level" text NOT NULL,
	"note" text,
	"set_by" text NOT NULL,
	"at" bigint NOT NULL,
	"revision" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_goals" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"year" bigint NOT NULL,
	"kind" text NOT NULL,
	"number" bigint NOT NULL,
	"title" text NOT NULL,
	"parent_id" text,
	"indicators" jsonb NOT NULL,
	"current" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "action_plan_id" text;--> statement-breakpoint
ALTER TABLE "indicators" ADD COLUMN "due_on" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "active_until" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "level" text;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "leader_id" text;--> statement-breakpoint
ALTER TABLE "units" ADD COLUMN "independent" boolean;--> statement-breakpoint
ALTER TABLE "work_results" ADD COLUMN "supports_id" text;--> statement-breakpoint
ALTER TABLE "work_results" ADD COLUMN "method" text;--> statement-breakpoint
ALTER TABLE "work_results" ADD COLUMN "perspective" text;--> statement-breakpoint
CREATE UNIQUE INDEX "action_plans_number" ON "action_plans" USING btree ("person_id","year","number");--> statement-breakpoint
CREATE INDEX "action_plans_result" ON "action_plans" USING btree ("work_result_id");--> statement-breakpoint
CREATE INDEX "admin_reminders_person" ON "admin_reminders" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "admin_reminders_status" ON "admin_reminders" USING btree ("status","on_date");--> statement-breakpoint
CREATE INDEX "commitments_employee" ON "commitments" USING btree ("employee_id","status");--> statement-breakpoint
CREATE INDEX "commitments_owner" ON "commitments" USING btree ("owner_id","status");--> statement-breakpoint
CREATE INDEX "dialogues_employee" ON "dialogues" USING btree ("employee_id","starts_at");--> statement-breakpoint
CREATE INDEX "dialogues_leader" ON "dialogues" USING btree ("leader_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "evaluation_trail_revision" ON "evaluation_trail" USING btree ("evaluation_id","revision");--> statement-breakpoint
CREATE UNIQUE INDEX "evaluations_person_period" ON "evaluations" USING btree ("person_id","period");--> statement-breakpoint
CREATE INDEX "evaluations_evaluator" ON "evaluations" USING btree ("evaluator_id","status");--> statement-breakpoint
CREATE INDEX "evaluations_unit" ON "evaluations" USING btree ("unit_id","period");--> statement-breakpoint
CREATE INDEX "feedback_employee" ON "feedback" USING btree ("employee_id","local_date");--> statement-breakpoint
CREATE INDEX "feedback_author" ON "feedback" USING btree ("author_id","status");--> statement-breakpoint
CREATE INDEX "feedback_replies_feedback" ON "feedback_replies" USING btree ("feedback_id");--> statement-breakpoint
CREATE INDEX "feedback_requests_asked" ON "feedback_requests" USING btree ("asked_id","status");--> statement-breakpoint
CREATE INDEX "feedback_requests_employee" ON "feedback_requests" USING btree ("employee_id");--> statement-breakpoint
CREATE INDEX "handovers_person" ON "handovers" USING btree ("person_id","on_date");--> statement-breakpoint
CREATE INDEX "objections_subject" ON "objections" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "objections_person" ON "objections" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "objections_status" ON "objections" USING btree ("status","due_on");--> statement-breakpoint
CREATE UNIQUE INDEX "past_evaluations_period" ON "past_evaluations" USING btree ("person_id","period");--> statement-breakpoint
CREATE INDEX "period_locks_period" ON "period_locks" USING btree ("period");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_versions_number" ON "plan_versions" USING btree ("plan_id","number");--> statement-breakpoint
CREATE INDEX "plan_versions_person" ON "plan_versions" USING btree ("person_id","year");--> statement-breakpoint
CREATE INDEX "plan_versions_supervisor" ON "plan_versions" USING btree ("supervisor_id","status");--> statement-breakpoint
CREATE INDEX "role_cells_leader" ON "role_cells" USING btree ("leader_id","year");--> statement-breakpoint
CREATE INDEX "role_cells_person" ON "role_cells" USING btree ("person_id","year");--> statement-breakpoint
CREATE INDEX "role_cells_result" ON "role_cells" USING btree ("work_result_id");--> statement-breakpoint
CREATE INDEX "supervisions_person" ON "supervisions" USING btree ("person_id","from_date");--> statement-breakpoint
CREATE INDEX "supervisions_status" ON "supervisions" USING btree ("status","from_date");--> statement-breakpoint
CREATE INDEX "supervisions_supervisor" ON "supervisions" USING btree ("supervisor_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_achievements_period" ON "unit_achievements" USING btree ("unit_id","period");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_goals_number" ON "unit_goals" USING btree ("unit_id","year","kind","number");