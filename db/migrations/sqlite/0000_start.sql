CREATE TABLE `absences` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_date` text NOT NULL,
	`to_date` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`cancelled_at` integer
);
--> statement-breakpoint
CREATE INDEX `absences_person` ON `absences` (`person_id`,`to_date`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`platform` text NOT NULL,
	`external_id` text NOT NULL,
	`address` text NOT NULL,
	`current` integer NOT NULL,
	`reachable` integer NOT NULL,
	`unreachable_reason` text,
	`linked_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_external` ON `accounts` (`platform`,`external_id`);--> statement-breakpoint
CREATE INDEX `accounts_person` ON `accounts` (`person_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text
);
--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject`);--> statement-breakpoint
CREATE TABLE `claims` (
	`account` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`invitation_id` text,
	`failures` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`form` text NOT NULL,
	`subject` text NOT NULL,
	`answers` text NOT NULL,
	`editing` text,
	`listening` integer NOT NULL,
	`revision` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drafts_person` ON `drafts` (`person_id`,`updated_at`);--> statement-breakpoint
CREATE TABLE `entries` (
	`id` text PRIMARY KEY NOT NULL,
	`number` text NOT NULL,
	`person_id` text NOT NULL,
	`local_date` text NOT NULL,
	`what` text NOT NULL,
	`kind` text NOT NULL,
	`work_result_id` text,
	`start_minute` integer,
	`end_minute` integer,
	`quantity_milli` integer,
	`unit` text,
	`status` text NOT NULL,
	`revision` integer NOT NULL,
	`submitted_at` integer NOT NULL,
	`zone` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_number` ON `entries` (`number`);--> statement-breakpoint
CREATE INDEX `entries_person_date` ON `entries` (`person_id`,`local_date`);--> statement-breakpoint
CREATE TABLE `entry_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`revision` integer NOT NULL,
	`action` text NOT NULL,
	`actor_id` text NOT NULL,
	`at` integer NOT NULL,
	`content` text NOT NULL,
	`reason` text,
	FOREIGN KEY (`entry_id`) REFERENCES `entries`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entry_revisions_entry` ON `entry_revisions` (`entry_id`,`revision`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`entry_id` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`mime` text,
	`size` integer,
	`url` text,
	`path` text,
	`sha256` text,
	`status` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `evidence_entry` ON `evidence` (`entry_id`);--> statement-breakpoint
CREATE TABLE `facts` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `holidays` (
	`date` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`source` text,
	`provisional` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `indicators` (
	`id` text PRIMARY KEY NOT NULL,
	`work_result_id` text NOT NULL,
	`position` integer NOT NULL,
	`aspect` text,
	`title` text NOT NULL,
	`target` text,
	`unit` text,
	FOREIGN KEY (`work_result_id`) REFERENCES `work_results`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `indicators_work_result` ON `indicators` (`work_result_id`);--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `invitations_code` ON `invitations` (`code_hash`);--> statement-breakpoint
CREATE INDEX `invitations_person` ON `invitations` (`person_id`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`key` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text,
	`platform` text,
	`address` text,
	`payload` text NOT NULL,
	`status` text NOT NULL,
	`reason` text,
	`version` integer NOT NULL,
	`attempts` integer NOT NULL,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`settled_at` integer
);
--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`) WHERE "outbox"."status" = 'pending';--> statement-breakpoint
CREATE INDEX `outbox_person` ON `outbox` (`person_id`) WHERE "outbox"."person_id" is not null;--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`nip` text NOT NULL,
	`name` text NOT NULL,
	`position` text NOT NULL,
	`unit_id` text NOT NULL,
	`supervisor_id` text,
	`email` text,
	`roles` text NOT NULL,
	`zone` text,
	`locale` text,
	`active_from` text NOT NULL,
	`active` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_nip` ON `people` (`nip`);--> statement-breakpoint
CREATE INDEX `people_supervisor` ON `people` (`supervisor_id`);--> statement-breakpoint
CREATE INDEX `people_unit` ON `people` (`unit_id`);--> statement-breakpoint
CREATE INDEX `people_email` ON `people` (`email`);--> statement-breakpoint
CREATE TABLE `plans` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`year` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `plans_person_year` ON `plans` (`person_id`,`year`);--> statement-breakpoint
CREATE TABLE `postings` (
	`id` text PRIMARY KEY NOT NULL,
	`platform` text NOT NULL,
	`address` text NOT NULL,
	`message_id` text NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`entry_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `postings_message` ON `postings` (`platform`,`address`,`message_id`);--> statement-breakpoint
CREATE INDEX `postings_subject` ON `postings` (`subject`,`person_id`);--> statement-breakpoint
CREATE TABLE `prompt_slots` (
	`key` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `prompts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`local_date` text NOT NULL,
	`slot` text NOT NULL,
	`outcome` text NOT NULL,
	`reason` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `prompts_person_slot` ON `prompts` (`person_id`,`local_date`,`slot`);--> statement-breakpoint
CREATE TABLE `rules` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text,
	`effective_from` text NOT NULL,
	`body` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `rules_unit` ON `rules` (`unit_id`,`effective_from`);--> statement-breakpoint
CREATE TABLE `talks` (
	`id` text PRIMARY KEY NOT NULL,
	`employee_id` text NOT NULL,
	`local_date` text NOT NULL,
	`entry_id` text,
	`author_id` text NOT NULL,
	`recipient_id` text NOT NULL,
	`kind` text NOT NULL,
	`body` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `talks_day` ON `talks` (`employee_id`,`local_date`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`parent_id` text,
	`zone` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `units_name` ON `units` (`name`);--> statement-breakpoint
CREATE TABLE `work_results` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`number` integer NOT NULL,
	`additional` integer NOT NULL,
	`title` text NOT NULL,
	`superior_number` integer,
	`current` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `work_results_number` ON `work_results` (`plan_id`,`number`);