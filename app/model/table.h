/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>
#include "record.h"

/* Short words for the field tables, which are read far more often than the rest of a record class. Only the
 * files that hold such a table include this. */
#define TEXT ACCORD_FIELD_TEXT
#define LONG_TEXT ACCORD_FIELD_LONG_TEXT
#define CODE ACCORD_FIELD_CODE
#define CHOICE ACCORD_FIELD_CHOICE
#define DATE ACCORD_FIELD_DATE
#define DECIMAL ACCORD_FIELD_DECIMAL
#define MONEY ACCORD_FIELD_MONEY
#define COUNT ACCORD_FIELD_COUNT
#define YEAR ACCORD_FIELD_YEAR
#define PERCENT ACCORD_FIELD_PERCENT
#define BOOLEAN ACCORD_FIELD_BOOLEAN
#define REFERENCE ACCORD_FIELD_REFERENCE
#define REFERENCES ACCORD_FIELD_REFERENCES

#define REQUIRED ACCORD_FIELD_REQUIRED
#define TITLE ACCORD_FIELD_TITLE
#define SEARCHED ACCORD_FIELD_SEARCHED
#define INDEXED ACCORD_FIELD_INDEXED
#define LISTED ACCORD_FIELD_LISTED
#define SIGNED ACCORD_FIELD_SIGNED
#define FACT ACCORD_FIELD_FACT
#define DERIVED ACCORD_FIELD_DERIVED
