DROP INDEX `agenda_next`;--> statement-breakpoint
CREATE INDEX `agenda_due` ON `agenda` (`kind`,`next_at`);