CREATE TABLE "acknowledgements" (
	"id" text PRIMARY KEY NOT NULL,
	"announcement_id" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda" (
	"key" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"next_at" bigint NOT NULL,
	"looked_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "announcements" (
	"id" text PRIMARY KEY NOT NULL,
	"author_id" text NOT NULL,
	"body" text NOT NULL,
	"deadline" text,
	"goal" text NOT NULL,
	"audience" jsonb NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"cancelled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "extensions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"local_date" text NOT NULL,
	"outage_id" text NOT NULL,
	"closes_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lateness" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"local_date" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text,
	"status" text NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "obstacles" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"entry_id" text NOT NULL,
	"text" text NOT NULL,
	"opened_on" text NOT NULL,
	"closed_on" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outages" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"from_at" bigint NOT NULL,
	"to_at" bigint,
	"applied_at" bigint
);
--> statement-breakpoint
CREATE TABLE "recipients" (
	"id" text PRIMARY KEY NOT NULL,
	"round_id" text NOT NULL,
	"announcement_id" text NOT NULL,
	"person_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rounds" (
	"id" text PRIMARY KEY NOT NULL,
	"announcement_id" text NOT NULL,
	"kind" text NOT NULL,
	"days_before" bigint,
	"due_at" bigint NOT NULL,
	"status" text NOT NULL,
	"cursor" text,
	"revision" bigint NOT NULL,
	"started_at" bigint,
	"finished_at" bigint
);
--> statement-breakpoint
CREATE TABLE "seasons" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"name" text NOT NULL,
	"source" text,
	"provisional" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shifts" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"date" text NOT NULL,
	"start_minute" bigint,
	"end_minute" bigint
);
--> statement-breakpoint
CREATE TABLE "templates" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"weekday" bigint NOT NULL,
	"position" bigint NOT NULL,
	"answers" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_holidays" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"date" text NOT NULL,
	"name" text NOT NULL,
	"source" text,
	"provisional" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "entries" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "reminder_level" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "reminder_at" text;--> statement-breakpoint
ALTER TABLE "prompts" ADD COLUMN "slot_at" bigint;--> statement-breakpoint
ALTER TABLE "prompts" ADD COLUMN "settled" text;--> statement-breakpoint
ALTER TABLE "prompts" ADD COLUMN "settled_at" bigint;--> statement-breakpoint
CREATE INDEX "acknowledgements_announcement" ON "acknowledgements" USING btree ("announcement_id");--> statement-breakpoint
CREATE INDEX "agenda_next" ON "agenda" USING btree ("next_at");--> statement-breakpoint
CREATE INDEX "agenda_person" ON "agenda" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "extensions_person" ON "extensions" USING btree ("person_id","local_date");--> statement-breakpoint
CREATE UNIQUE INDEX "lateness_day" ON "lateness" USING btree ("person_id","local_date");--> statement-breakpoint
CREATE INDEX "obstacles_person" ON "obstacles" USING btree ("person_id","opened_on");--> statement-breakpoint
CREATE INDEX "recipients_round" ON "recipients" USING btree ("round_id","outcome");--> statement-breakpoint
CREATE INDEX "recipients_announcement" ON "recipients" USING btree ("announcement_id","person_id");--> statement-breakpoint
CREATE INDEX "rounds_announcement" ON "rounds" USING btree ("announcement_id");--> statement-breakpoint
CREATE INDEX "rounds_due" ON "rounds" USING btree ("status","due_at");--> statement-breakpoint
CREATE INDEX "templates_person" ON "templates" USING btree ("person_id","weekday");--> statement-breakpoint
CREATE INDEX "prompts_at" ON "prompts" USING btree ("at");