-- SPDX-License-Identifier: GPL-3.0-or-later
-- The committee record: decisions with their dates, declarations of interest, agenda papers; a page as it came.

CREATE TABLE "decision" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "title" TEXT,
  "reference" TEXT,
  "maker" TEXT,
  "body" INTEGER,
  "organisation" INTEGER,
  "meeting" INTEGER,
  "item" INTEGER,
  "status" TEXT,
  "purpose" TEXT,
  "text" TEXT,
  "alternatives" TEXT,
  "due" TEXT,
  "due_words" TEXT,
  "notice" TEXT,
  "date" TEXT,
  "made_on" TEXT,
  "published" TEXT,
  "effective" TEXT,
  "key" TEXT,
  "call_in" TEXT,
  "urgent" TEXT,
  "exempt" TEXT,
  "officer" TEXT,
  "incomplete" INTEGER,
  "decision_code" TEXT,
  "issue_code" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "declaration" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "text" TEXT,
  "who" TEXT,
  "nature" TEXT,
  "about" TEXT,
  "meeting" INTEGER,
  "item" INTEGER,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "paper" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "title" TEXT,
  "meeting" INTEGER,
  "item" INTEGER,
  "decision" INTEGER,
  "size_words" TEXT,
  "published" TEXT,
  "exempt" INTEGER,
  "address" TEXT,
  "document" INTEGER,
  "paper_code" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

ALTER TABLE "source" ADD COLUMN "unread" TEXT;
ALTER TABLE "source" ADD COLUMN "fetched_at" TEXT;
ALTER TABLE "source" ADD COLUMN "form" TEXT;
ALTER TABLE "source" ADD COLUMN "style" TEXT;
ALTER TABLE "source" ADD COLUMN "page" TEXT;
ALTER TABLE "organisation" ADD COLUMN "ods_role" TEXT;
ALTER TABLE "organisation" ADD COLUMN "ods_changed" TEXT;
ALTER TABLE "organisation" ADD COLUMN "committee_site" TEXT;
ALTER TABLE "organisation" ADD COLUMN "committees_read" TEXT;
ALTER TABLE "organisation" ADD COLUMN "call_in_days" INTEGER;
ALTER TABLE "organisation" ADD COLUMN "call_in_counting" TEXT;
ALTER TABLE "organisation" ADD COLUMN "call_in_signatories" INTEGER;
ALTER TABLE "body" ADD COLUMN "committee_code" TEXT;
ALTER TABLE "meeting" ADD COLUMN "status" TEXT;
ALTER TABLE "meeting" ADD COLUMN "next_meeting_words" TEXT;
ALTER TABLE "meeting" ADD COLUMN "attendance" TEXT;
ALTER TABLE "meeting" ADD COLUMN "meeting_code" TEXT;
ALTER TABLE "item" ADD COLUMN "decision" TEXT;
ALTER TABLE "item" ADD COLUMN "item_code" TEXT;
ALTER TABLE "resolution" ADD COLUMN "decision" INTEGER;
