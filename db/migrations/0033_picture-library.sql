CREATE TABLE `working_copy_media` (
	`article_id` integer NOT NULL,
	`media_id` integer NOT NULL,
	PRIMARY KEY(`article_id`, `media_id`),
	FOREIGN KEY (`article_id`) REFERENCES `working_copies`(`article_id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`media_id`) REFERENCES `media`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `working_copy_media_media` ON `working_copy_media` (`media_id`);--> statement-breakpoint
DROP INDEX `media_created`;--> statement-breakpoint
ALTER TABLE `media` ADD `placed` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `media_uploaded_by` ON `media` (`uploaded_by`);--> statement-breakpoint
CREATE INDEX `media_format` ON `media` (`format`);--> statement-breakpoint
CREATE INDEX `media_licence_ends` ON `media` (`licence_ends_at`);--> statement-breakpoint
CREATE INDEX `media_placed` ON `media` (`placed`);--> statement-breakpoint
CREATE INDEX `media_undescribed` ON `media` (`id`) WHERE (alt = '' and not decorative) or credit = '' or licence = '';