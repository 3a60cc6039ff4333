DROP INDEX "agenda_next";--> statement-breakpoint
CREATE INDEX "agenda_due" ON "agenda" USING btree ("kind","next_at");