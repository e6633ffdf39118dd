-- What is looked for in a picture's words: any three letters of them, in any case and with or without accents.
CREATE VIRTUAL TABLE `media_words` USING fts5(name, alt, caption, credit, content='media', content_rowid='id', tokenize="trigram remove_diacritics 1");
--> statement-breakpoint
CREATE TRIGGER `media_words_add` AFTER INSERT ON `media` BEGIN
  INSERT INTO media_words(rowid, name, alt, caption, credit) VALUES (new.id, new.name, new.alt, new.caption, new.credit);
END;
--> statement-breakpoint
CREATE TRIGGER `media_words_change` AFTER UPDATE OF `name`, `alt`, `caption`, `credit` ON `media` BEGIN
  INSERT INTO media_words(media_words, rowid, name, alt, caption, credit) VALUES ('delete', old.id, old.name, old.alt, old.caption, old.credit);
  INSERT INTO media_words(rowid, name, alt, caption, credit) VALUES (new.id, new.name, new.alt, new.caption, new.credit);
END;
--> statement-breakpoint
CREATE TRIGGER `media_words_forget` AFTER DELETE ON `media` BEGIN
  INSERT INTO media_words(media_words, rowid, name, alt, caption, credit) VALUES ('delete', old.id, old.name, old.alt, old.caption, old.credit);
END;
--> statement-breakpoint
INSERT INTO media_words(media_words) VALUES ('rebuild');
--> statement-breakpoint
-- In how many places a picture stands, counted as they come and go.
CREATE TRIGGER `article_media_placed_add` AFTER INSERT ON `article_media` BEGIN
  UPDATE media SET placed = placed + 1 WHERE id = new.media_id;
END;
--> statement-breakpoint
CREATE TRIGGER `article_media_placed_change` AFTER UPDATE OF `media_id` ON `article_media`
WHEN (old.media_id) IS NOT (new.media_id) BEGIN
  UPDATE media SET placed = placed - 1 WHERE id = old.media_id;
  UPDATE media SET placed = placed + 1 WHERE id = new.media_id;
END;
--> statement-breakpoint
CREATE TRIGGER `article_media_placed_forget` AFTER DELETE ON `article_media` BEGIN
  UPDATE media SET placed = placed - 1 WHERE id = old.media_id;
END;
--> statement-breakpoint
CREATE TRIGGER `working_copy_media_placed_add` AFTER INSERT ON `working_copy_media` BEGIN
  UPDATE media SET placed = placed + 1 WHERE id = new.media_id;
END;
--> statement-breakpoint
CREATE TRIGGER `working_copy_media_placed_change` AFTER UPDATE OF `media_id` ON `working_copy_media`
WHEN (old.media_id) IS NOT (new.media_id) BEGIN
  UPDATE media SET placed = placed - 1 WHERE id = old.media_id;
  UPDATE media SET placed = placed + 1 WHERE id = new.media_id;
END;
--> statement-breakpoint
CREATE TRIGGER `working_copy_media_placed_forget` AFTER DELETE ON `working_copy_media` BEGIN
  UPDATE media SET placed = placed - 1 WHERE id = old.media_id;
END;
--> statement-breakpoint
CREATE TRIGGER `authors_placed_add` AFTER INSERT ON `authors` BEGIN
  UPDATE media SET placed = placed + 1 WHERE id = new.portrait_id;
END;
--> statement-breakpoint
CREATE TRIGGER `authors_placed_change` AFTER UPDATE OF `portrait_id` ON `authors`
WHEN (old.portrait_id) IS NOT (new.portrait_id) BEGIN
  UPDATE media SET placed = placed - 1 WHERE id = old.portrait_id;
  UPDATE media SET placed = placed + 1 WHERE id = new.portrait_id;
END;
--> statement-breakpoint
CREATE TRIGGER `authors_placed_forget` AFTER DELETE ON `authors` BEGIN
  UPDATE media SET placed = placed - 1 WHERE id = old.portrait_id;
END;
--> statement-breakpoint
CREATE TRIGGER `slots_placed_add` AFTER INSERT ON `slots` BEGIN
  UPDATE media SET placed = placed + 1 WHERE id = new.image_id;
END;
--> statement-breakpoint
CREATE TRIGGER `slots_placed_change` AFTER UPDATE OF `image_id` ON `slots`
WHEN (old.image_id) IS NOT (new.image_id) BEGIN
  UPDATE media SET placed = placed - 1 WHERE id = old.image_id;
  UPDATE media SET placed = placed + 1 WHERE id = new.image_id;
END;
--> statement-breakpoint
CREATE TRIGGER `slots_placed_forget` AFTER DELETE ON `slots` BEGIN
  UPDATE media SET placed = placed - 1 WHERE id = old.image_id;
END;
--> statement-breakpoint
CREATE TRIGGER `settings_placed_add` AFTER INSERT ON `settings`
WHEN new.name = 'logo' BEGIN
  UPDATE media SET placed = placed + 1 WHERE id = new.value ->> '$.id';
END;
--> statement-breakpoint
CREATE TRIGGER `settings_placed_change` AFTER UPDATE OF `value` ON `settings`
WHEN new.name = 'logo' AND (old.value ->> '$.id') IS NOT (new.value ->> '$.id') BEGIN
  UPDATE media SET placed = placed - 1 WHERE id = old.value ->> '$.id';
  UPDATE media SET placed = placed + 1 WHERE id = new.value ->> '$.id';
END;
--> statement-breakpoint
CREATE TRIGGER `settings_placed_forget` AFTER DELETE ON `settings`
WHEN old.name = 'logo' BEGIN
  UPDATE media SET placed = placed - 1 WHERE id = old.value ->> '$.id';
END;
--> statement-breakpoint
UPDATE media SET placed = counted.count FROM (
  SELECT id, count(*) AS count FROM (
    SELECT media_id AS id FROM article_media
    UNION ALL SELECT portrait_id FROM authors
    UNION ALL SELECT image_id FROM slots
    UNION ALL SELECT value ->> '$.id' FROM settings WHERE name = 'logo'
  ) WHERE id IS NOT NULL GROUP BY id
) AS counted WHERE counted.id = media.id;
--> statement-breakpoint
INSERT INTO working_copy_media(article_id, media_id)
  SELECT DISTINCT working_copies.article_id, media.id FROM working_copies
  JOIN json_tree(working_copies.input) AS node ON node.key = 'media' JOIN media ON media.id = node.value;
