ALTER TABLE `articles` ADD `waived_keys` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE INDEX `articles_take_down` ON `articles` (`take_down_at`);