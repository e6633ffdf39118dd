CREATE TABLE `backfills` (
	`front_id` integer NOT NULL,
	`stage` text NOT NULL,
	`container` text NOT NULL,
	`section` text,
	`tag` text,
	PRIMARY KEY(`front_id`, `stage`, `container`),
	FOREIGN KEY (`front_id`) REFERENCES `fronts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `breaking_news` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`text` text NOT NULL,
	`article_id` integer,
	`started_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`started_by` integer,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`started_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE TABLE `front_launches` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`front_id` integer NOT NULL,
	`at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`person_id` integer,
	`actor` text NOT NULL,
	`arrangement` text NOT NULL,
	FOREIGN KEY (`front_id`) REFERENCES `fronts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `front_launches_front` ON `front_launches` (`front_id`,`at`);--> statement-breakpoint
ALTER TABLE `fronts` ADD `draft_revision` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `fronts` ADD `drafted_at` integer;--> statement-breakpoint
ALTER TABLE `fronts` ADD `drafted_by` text;--> statement-breakpoint
ALTER TABLE `slots` ADD `picture` text DEFAULT 'own' NOT NULL;