-- SPDX-License-Identifier: GPL-3.0-or-later
-- Documents, and the files themselves: each kept once, by the SHA-256 of its bytes, cut into parts. Frozen.

CREATE TABLE "content" (
  "id" INTEGER PRIMARY KEY,
  "digest" TEXT NOT NULL UNIQUE,
  "size" INTEGER NOT NULL
) STRICT;

CREATE TABLE "content_part" (
  "content" INTEGER NOT NULL,
  "position" INTEGER NOT NULL,
  "bytes" BLOB NOT NULL,
  PRIMARY KEY ("content", "position")
) STRICT;

CREATE TABLE "document" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "version" TEXT,
  "dated" TEXT,
  "case" INTEGER,
  "programme" INTEGER,
  "fund" INTEGER,
  "meeting" INTEGER,
  "organisation" INTEGER,
  "file_name" TEXT,
  "size" INTEGER,
  "media_type" TEXT,
  "digest" TEXT,
  "note" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;
