CREATE TABLE `person_notes` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`person_id` integer NOT NULL,
	`section_id` integer,
	`body` text NOT NULL,
	`written_by` integer,
	`writer` text NOT NULL,
	`written_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`section_id`) REFERENCES `sections`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`written_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `person_notes_person` ON `person_notes` (`person_id`,`written_at`);--> statement-breakpoint
CREATE INDEX `person_notes_writer` ON `person_notes` (`written_by`);--> statement-breakpoint
CREATE INDEX `person_notes_section` ON `person_notes` (`section_id`);--> statement-breakpoint
ALTER TABLE `shadow_holds` ADD `until` integer;--> statement-breakpoint
ALTER TABLE `shadow_holds` ADD `reason` text DEFAULT '' NOT NULL;