CREATE TABLE "place" (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, created TEXT NOT NULL, modified TEXT NOT NULL,
  deleted TEXT, "name" TEXT, "within" INTEGER, "source" INTEGER, "passage" TEXT) STRICT;
CREATE TABLE "spending" (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, created TEXT NOT NULL,
  modified TEXT NOT NULL, deleted TEXT, "payee" TEXT, "date" TEXT, "amount" INTEGER, "place" INTEGER,
  "near_places" TEXT, "stage" TEXT, "share" TEXT, "checked" INTEGER, "note" TEXT, "source" INTEGER,
  "passage" TEXT) STRICT;
CREATE TABLE "source" (id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, created TEXT NOT NULL,
  modified TEXT NOT NULL, deleted TEXT, "title" TEXT, "source" INTEGER, "passage" TEXT) STRICT;
