CREATE TABLE `acknowledgements` (
	`id` text PRIMARY KEY NOT NULL,
	`announcement_id` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `acknowledgements_announcement` ON `acknowledgements` (`announcement_id`);--> statement-breakpoint
CREATE TABLE `agenda` (
	`key` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`next_at` integer NOT NULL,
	`looked_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `agenda_next` ON `agenda` (`next_at`);--> statement-breakpoint
CREATE INDEX `agenda_person` ON `agenda` (`person_id`);--> statement-breakpoint
CREATE TABLE `announcements` (
	`id` text PRIMARY KEY NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`deadline` text,
	`goal` text NOT NULL,
	`audience` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`cancelled_at` integer
);
--> statement-breakpoint
CREATE TABLE `extensions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`local_date` text NOT NULL,
	`outage_id` text NOT NULL,
	`closes_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `extensions_person` ON `extensions` (`person_id`,`local_date`);--> statement-breakpoint
CREATE TABLE `lateness` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`local_date` text NOT NULL,
	`kind` text NOT NULL,
	`reason` text,
	`status` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `lateness_day` ON `lateness` (`person_id`,`local_date`);--> statement-breakpoint
CREATE TABLE `obstacles` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`entry_id` text NOT NULL,
	`text` text NOT NULL,
	`opened_on` text NOT NULL,
	`closed_on` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `obstacles_person` ON `obstacles` (`person_id`,`opened_on`);--> statement-breakpoint
CREATE TABLE `outages` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer,
	`applied_at` integer
);
--> statement-breakpoint
CREATE TABLE `recipients` (
	`id` text PRIMARY KEY NOT NULL,
	`round_id` text NOT NULL,
	`announcement_id` text NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `recipients_round` ON `recipients` (`round_id`,`outcome`);--> statement-breakpoint
CREATE INDEX `recipients_announcement` ON `recipients` (`announcement_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `rounds` (
	`id` text PRIMARY KEY NOT NULL,
	`announcement_id` text NOT NULL,
	`kind` text NOT NULL,
	`days_before` integer,
	`due_at` integer NOT NULL,
	`status` text NOT NULL,
	`cursor` text,
	`revision` integer NOT NULL,
	`started_at` integer,
	`finished_at` integer
);
--> statement-breakpoint
CREATE INDEX `rounds_announcement` ON `rounds` (`announcement_id`);--> statement-breakpoint
CREATE INDEX `rounds_due` ON `rounds` (`status`,`due_at`);--> statement-breakpoint
CREATE TABLE `seasons` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`name` text NOT NULL,
	`source` text,
	`provisional` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `shifts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`date` text NOT NULL,
	`start_minute` integer,
	`end_minute` integer
);
--> statement-breakpoint
CREATE TABLE `templates` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`weekday` integer NOT NULL,
	`position` integer NOT NULL,
	`answers` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `templates_person` ON `templates` (`person_id`,`weekday`);--> statement-breakpoint
CREATE TABLE `unit_holidays` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`date` text NOT NULL,
	`name` text NOT NULL,
	`source` text,
	`provisional` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `entries` ADD `source` text;--> statement-breakpoint
ALTER TABLE `people` ADD `reminder_level` text;--> statement-breakpoint
ALTER TABLE `people` ADD `reminder_at` text;--> statement-breakpoint
ALTER TABLE `prompts` ADD `slot_at` integer;--> statement-breakpoint
ALTER TABLE `prompts` ADD `settled` text;--> statement-breakpoint
ALTER TABLE `prompts` ADD `settled_at` integer;--> statement-breakpoint
CREATE INDEX `prompts_at` ON `prompts` (`at`);