-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first tables, one a kind of record. Frozen: what changes later goes into a file of the next number.

CREATE TABLE "organisation" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "short_name" TEXT,
  "type" TEXT,
  "alliance_type" TEXT,
  "role" TEXT,
  "part_of" INTEGER,
  "what_it_does" TEXT,
  "description" TEXT,
  "population" INTEGER,
  "population_words" TEXT,
  "coverage" INTEGER,
  "staff" INTEGER,
  "staff_words" TEXT,
  "practices" INTEGER,
  "practices_of" INTEGER,
  "neighbourhoods" INTEGER,
  "operating_budget" INTEGER,
  "opened" TEXT,
  "opened_words" TEXT,
  "closed" TEXT,
  "succeeded_by" TEXT,
  "ods_code" TEXT,
  "gss_code" TEXT,
  "address" TEXT,
  "website" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "membership" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "organisation" INTEGER,
  "alliance" INTEGER,
  "role" TEXT,
  "from" TEXT,
  "from_words" TEXT,
  "until" TEXT,
  "what_it_brings" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "body" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "organisation" INTEGER,
  "accountable_to" INTEGER,
  "scrutinised_by" TEXT,
  "remit" TEXT,
  "from" TEXT,
  "from_words" TEXT,
  "until" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "post" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "holder" TEXT,
  "organisations" TEXT,
  "body" INTEGER,
  "status" TEXT,
  "from" TEXT,
  "from_words" TEXT,
  "until" TEXT,
  "note" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "fund" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "type" TEXT,
  "holder" INTEGER,
  "part_of" INTEGER,
  "amount" INTEGER,
  "amount_words" TEXT,
  "announced" TEXT,
  "first_year" INTEGER,
  "last_year" INTEGER,
  "conditions" TEXT,
  "description" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "allocation" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "purpose" TEXT,
  "fund" INTEGER,
  "organisation" INTEGER,
  "programme" INTEGER,
  "workstream" INTEGER,
  "year" INTEGER,
  "category" TEXT,
  "amount" INTEGER,
  "note" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "payment" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "payee" TEXT,
  "date" TEXT,
  "amount" INTEGER,
  "fund" INTEGER,
  "allocation" INTEGER,
  "organisation" INTEGER,
  "reference" TEXT,
  "description" TEXT,
  "service" TEXT,
  "expense_type" TEXT,
  "paying_body" TEXT,
  "category" TEXT,
  "redacted" INTEGER,
  "line" INTEGER,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "programme" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "organisation" INTEGER,
  "from" TEXT,
  "from_words" TEXT,
  "until" TEXT,
  "until_words" TEXT,
  "timeline" TEXT,
  "buildings" INTEGER,
  "description" TEXT,
  "standards" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "workstream" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "programme" INTEGER,
  "type" TEXT,
  "position" INTEGER,
  "lead" TEXT,
  "description" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "milestone" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "date" TEXT,
  "date_words" TEXT,
  "status" TEXT,
  "done_on" TEXT,
  "programme" INTEGER,
  "workstream" INTEGER,
  "case" INTEGER,
  "body" INTEGER,
  "organisation" INTEGER,
  "note" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "transfer" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "service" TEXT,
  "from_organisation" INTEGER,
  "to_organisation" INTEGER,
  "overseen_by" INTEGER,
  "date" TEXT,
  "date_words" TEXT,
  "status" TEXT,
  "note" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "case" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "programme" INTEGER,
  "stage" TEXT,
  "status" TEXT,
  "owner" TEXT,
  "organisation" INTEGER,
  "started" TEXT,
  "decision_due" TEXT,
  "decision_due_words" TEXT,
  "summary" TEXT,
  "strategic" TEXT,
  "economic" TEXT,
  "commercial" TEXT,
  "financial" TEXT,
  "management" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "option" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "letter" TEXT,
  "case" INTEGER,
  "item" INTEGER,
  "description" TEXT,
  "preferred" INTEGER,
  "comparator" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "caveat" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "text" TEXT,
  "group" TEXT,
  "number" INTEGER,
  "cases" TEXT,
  "raised_by" INTEGER,
  "endorsement" INTEGER,
  "resolution" INTEGER,
  "owner" TEXT,
  "due" TEXT,
  "due_words" TEXT,
  "state" TEXT,
  "response" TEXT,
  "answered_on" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "endorsement" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "who" TEXT,
  "body" INTEGER,
  "cases" TEXT,
  "option" INTEGER,
  "outcome" TEXT,
  "date" TEXT,
  "date_words" TEXT,
  "words" TEXT,
  "meeting" INTEGER,
  "resolution" INTEGER,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "meeting" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "body" INTEGER,
  "date" TEXT,
  "time" TEXT,
  "venue" TEXT,
  "type" TEXT,
  "contact" TEXT,
  "page_kind" TEXT,
  "next_meeting" TEXT,
  "incomplete" INTEGER,
  "note" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "item" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "title" TEXT,
  "number" TEXT,
  "position" INTEGER,
  "meeting" INTEGER,
  "proposed" TEXT,
  "minutes" TEXT,
  "key_decision" INTEGER,
  "exempt" INTEGER,
  "incomplete" INTEGER,
  "contact" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "resolution" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "text" TEXT,
  "number" TEXT,
  "type" TEXT,
  "meeting" INTEGER,
  "item" INTEGER,
  "incomplete" INTEGER,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "action" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "text" TEXT,
  "owner" TEXT,
  "due" TEXT,
  "due_words" TEXT,
  "state" TEXT,
  "meeting" INTEGER,
  "item" INTEGER,
  "programme" INTEGER,
  "updates" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "question" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "text" TEXT,
  "asked_by" TEXT,
  "asked_on" TEXT,
  "answer" TEXT,
  "answered_by" TEXT,
  "answered_on" TEXT,
  "meeting" INTEGER,
  "item" INTEGER,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "finding" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "text" TEXT,
  "type" TEXT,
  "programme" INTEGER,
  "workstream" INTEGER,
  "item" INTEGER,
  "year" INTEGER,
  "note" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "benefit" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "measure" TEXT,
  "programme" INTEGER,
  "case" INTEGER,
  "organisation" INTEGER,
  "unit" TEXT,
  "baseline" TEXT,
  "target" TEXT,
  "target_date" TEXT,
  "actuals" TEXT,
  "note" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "risk" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "programme" INTEGER,
  "case" INTEGER,
  "owner" TEXT,
  "gross" INTEGER,
  "net" INTEGER,
  "target" INTEGER,
  "previous" INTEGER,
  "cause" TEXT,
  "response" TEXT,
  "status" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "engagement" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "type" TEXT,
  "programme" INTEGER,
  "case" INTEGER,
  "organisation" INTEGER,
  "from" TEXT,
  "from_words" TEXT,
  "until" TEXT,
  "until_words" TEXT,
  "responses" INTEGER,
  "attendance" INTEGER,
  "outcome" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "claim" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "text" TEXT,
  "said_by" TEXT,
  "said_on" TEXT,
  "said_on_words" TEXT,
  "fund" INTEGER,
  "programme" INTEGER,
  "case" INTEGER,
  "organisation" INTEGER,
  "measure" TEXT,
  "category" TEXT,
  "comparison" TEXT,
  "threshold" INTEGER,
  "amount" INTEGER,
  "proof" TEXT,
  "state" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "source" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "title" TEXT,
  "type" TEXT,
  "address" TEXT,
  "file_name" TEXT,
  "published" TEXT,
  "published_words" TEXT,
  "fetched" TEXT,
  "text" TEXT,
  "digest" TEXT,
  "note" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;
