-- SPDX-License-Identifier: GPL-3.0-or-later
-- The appraisal: editions and unit costs, cost and outcome lines with who gains, scenarios, the checklist, portfolios.

CREATE TABLE "edition" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "sort" TEXT,
  "code" TEXT,
  "edition" TEXT,
  "published" TEXT,
  "publisher" TEXT,
  "address" TEXT,
  "licence" TEXT,
  "content" TEXT,
  "shipped" INTEGER,
  "note" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "unit-cost" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "description" TEXT,
  "code" TEXT,
  "edition" INTEGER,
  "category" TEXT,
  "detail" TEXT,
  "unit" TEXT,
  "amount" INTEGER,
  "price_year" TEXT,
  "agency" TEXT,
  "agency_detail" TEXT,
  "note" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "appraisal" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "case" INTEGER,
  "base_year" INTEGER,
  "horizon" INTEGER,
  "price_year" TEXT,
  "schedule" INTEGER,
  "health" INTEGER,
  "lower" INTEGER,
  "deflator" INTEGER,
  "bias" INTEGER,
  "grades" INTEGER,
  "groups" TEXT,
  "method" TEXT,
  "draws" INTEGER,
  "seed" INTEGER,
  "note" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "cost" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "option" INTEGER,
  "position" INTEGER,
  "organisation" INTEGER,
  "sort" TEXT,
  "timing" TEXT,
  "amounts" TEXT,
  "prices" TEXT,
  "price_year" TEXT,
  "grade" INTEGER,
  "works" TEXT,
  "mitigations" TEXT,
  "evidenced" INTEGER,
  "bias_rate" TEXT,
  "mitigated" TEXT,
  "schedule" INTEGER,
  "spread" TEXT,
  "low" TEXT,
  "likely" TEXT,
  "high" TEXT,
  "moves_with" TEXT,
  "moves_against" INTEGER,
  "spent" TEXT,
  "basis" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "outcome" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "option" INTEGER,
  "position" INTEGER,
  "need" TEXT,
  "engagement" TEXT,
  "impact" TEXT,
  "deadweight" TEXT,
  "unit_value" INTEGER,
  "unit_cost" INTEGER,
  "price_year" TEXT,
  "attribution" TEXT,
  "displacement" TEXT,
  "leakage" TEXT,
  "lag_years" INTEGER,
  "drop_off" TEXT,
  "lasts" INTEGER,
  "phasing" TEXT,
  "grade" INTEGER,
  "outcome_class" TEXT,
  "timing" TEXT,
  "cashable" TEXT,
  "schedule" INTEGER,
  "spread" TEXT,
  "low" TEXT,
  "likely" TEXT,
  "high" TEXT,
  "moves_with" TEXT,
  "moves_against" INTEGER,
  "basis" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "gain" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "outcome" INTEGER,
  "organisation" INTEGER,
  "share" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "scenario" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "appraisal" INTEGER,
  "description" TEXT,
  "changes" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "answer" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "question" TEXT,
  "case" INTEGER,
  "state" TEXT,
  "note" TEXT,
  "reviewer" TEXT,
  "reviewed" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

CREATE TABLE "portfolio" (
  "id" INTEGER PRIMARY KEY,
  "uid" TEXT NOT NULL UNIQUE,
  "created" TEXT NOT NULL,
  "modified" TEXT NOT NULL,
  "deleted" TEXT,
  "name" TEXT,
  "fund" INTEGER,
  "limit" INTEGER,
  "year_limits" TEXT,
  "required" TEXT,
  "excluded" TEXT,
  "note" TEXT,
  "source" INTEGER,
  "passage" TEXT
) STRICT;

ALTER TABLE "benefit" ADD COLUMN "number" TEXT;
ALTER TABLE "benefit" ADD COLUMN "category" TEXT;
ALTER TABLE "benefit" ADD COLUMN "cash" TEXT;
ALTER TABLE "benefit" ADD COLUMN "description" TEXT;
ALTER TABLE "benefit" ADD COLUMN "feature" TEXT;
ALTER TABLE "benefit" ADD COLUMN "cost_words" TEXT;
ALTER TABLE "benefit" ADD COLUMN "activities" TEXT;
ALTER TABLE "benefit" ADD COLUMN "responsible" TEXT;
ALTER TABLE "benefit" ADD COLUMN "outcome" INTEGER;
ALTER TABLE "benefit" ADD COLUMN "full_year" INTEGER;
ALTER TABLE "benefit" ADD COLUMN "timescale" TEXT;
ALTER TABLE "benefit" ADD COLUMN "realised" TEXT;
