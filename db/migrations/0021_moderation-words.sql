CREATE TABLE `moderation_words` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`list` text NOT NULL,
	`entry` text NOT NULL,
	`added_by` integer,
	`added_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`added_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `moderation_words_entry` ON `moderation_words` (`list`,`entry`);--> statement-breakpoint
CREATE TABLE `shadow_holds` (
	`person_id` integer PRIMARY KEY NOT NULL,
	`held_by` integer,
	`held_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`held_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
