ALTER TABLE `people` ADD `suspended_reason` text;--> statement-breakpoint
UPDATE `people` SET `suspended_reason` = (
  SELECT `detail` ->> '$.reason' FROM `audit`
  WHERE `subject` = 'person:' || `people`.`id` AND `action` = 'person.suspend'
  ORDER BY `audit`.`id` DESC LIMIT 1
) WHERE `suspended_until` IS NOT NULL;
