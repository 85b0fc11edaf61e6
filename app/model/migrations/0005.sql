-- SPDX-License-Identifier: GPL-3.0-or-later
-- Offline review: versions of a case that were frozen, who was asked to read them, what they said. And the keys by
-- which partners sign.

CREATE TABLE "version" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "case" INTEGER,
  "stage" TEXT,
  "number" INTEGER,
  "sort" TEXT,
  "dated" TEXT,
  "due" TEXT,
  "sent_to" TEXT,
  "signed_by" TEXT,
  "signing_key" TEXT,
  "pack" TEXT,
  "dossier" TEXT,
  "note" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "review" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "who" TEXT,
  "case" INTEGER,
  "version" INTEGER,
  "organisation" INTEGER,
  "body" INTEGER,
  "state" TEXT,
  "asked" TEXT,
  "due" TEXT,
  "returned" TEXT,
  "outcome" TEXT,
  "decided" TEXT,
  "words" TEXT,
  "reviewer" TEXT,
  "endorsement" INTEGER,
  "signed_by" TEXT,
  "signing_key" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "comment" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "text" TEXT,
  "sort" TEXT,
  "state" TEXT,
  "case" INTEGER,
  "review" INTEGER,
  "reply_to" INTEGER,
  "section" TEXT,
  "figure" TEXT,
  "option" INTEGER,
  "document" INTEGER,
  "page" INTEGER,
  "rectangles" TEXT,
  "quote" TEXT,
  "what_if" TEXT,
  "caveat" INTEGER,
  "author" TEXT,
  "written" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

ALTER TABLE "organisation" ADD COLUMN "signing_key" TEXT;
ALTER TABLE "organisation" ADD COLUMN "sealing_key" TEXT;
ALTER TABLE "organisation" ADD COLUMN "key_trusted" TEXT;
ALTER TABLE "organisation" ADD COLUMN "key_trusted_by" TEXT;
ALTER TABLE "endorsement" ADD COLUMN "review" INTEGER;
ALTER TABLE "caveat" ADD COLUMN "review" INTEGER;
ALTER TABLE "caveat" ADD COLUMN "raised_on" TEXT;
ALTER TABLE "caveat" ADD COLUMN "answered_by" TEXT;
ALTER TABLE "caveat" ADD COLUMN "accepted_on" TEXT;
ALTER TABLE "caveat" ADD COLUMN "accepted_by" TEXT;
ALTER TABLE "answer" ADD COLUMN "review" INTEGER;
