/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "rejection.h"

G_BEGIN_DECLS

/**
 * ACCORD_ODS_LIMIT:
 *
 * The largest register file that is read, in bytes: 64 MiB. The whole of England's practices is 3 MB.
 */
#define ACCORD_ODS_LIMIT ((gsize) 64 * 1024 * 1024)

/**
 * AccordOdsForm:
 * @ACCORD_ODS_DETAIL: one organisation as the ORD service answers (JSON)
 * @ACCORD_ODS_LIST: a list of organisations as the ORD service answers (JSON)
 * @ACCORD_ODS_TRUSTS: rows of 27 columns without headings, of trusts (etr.csv)
 * @ACCORD_ODS_PRACTICES: the same, of practices and other prescribers (epraccur.csv)
 *
 * What the NHS Organisation Data Service's register was handed over as.
 */
typedef enum
{
  ACCORD_ODS_DETAIL,
  ACCORD_ODS_LIST,
  ACCORD_ODS_TRUSTS,
  ACCORD_ODS_PRACTICES,
} AccordOdsForm;

/**
 * AccordOdsEntry:
 * @line: the line of the file, or the place in a list, from 1
 * @code: the ODS code
 * @stated_name: the name as the register has it, which is in capitals
 * @name: the name in the letters in which people write it
 * @type: the type of organisation, as the records have it
 * @role: the role in words, or the role's code where it is none that is known, or %NULL
 * @closed_now: whether the register says that it is no longer there; @closed may be unknown all the same
 * @opened: ISO date, or %NULL
 * @closed: ISO date, or %NULL
 * @changed: ISO date of the last change in the register, or %NULL
 * @address: lines, or %NULL
 * @website: or %NULL
 * @commissioner: the code of the commissioner, or %NULL
 * @successors: (element-type utf8): codes
 * @predecessors: (element-type utf8): codes
 * @brief: whether the entry is of a list, which says less: what it is silent about is not gone
 *
 * An organisation as the register has it.
 */
typedef struct
{
  guint64 line;
  char *code;
  char *stated_name;
  char *name;
  const char *type;
  char *role;
  gboolean closed_now;
  char *opened;
  char *closed;
  char *changed;
  char *address;
  char *website;
  char *commissioner;
  GPtrArray *successors;
  GPtrArray *predecessors;
  gboolean brief;
} AccordOdsEntry;

/**
 * AccordOdsFile:
 * @form: what it is
 * @raw: its bytes
 * @entries: (element-type AccordOdsEntry): the organisations, in its order
 * @rejected: (element-type AccordRejection): rows that could not be read
 *
 * A file of the register, read.
 */
typedef struct
{
  AccordOdsForm form;
  GBytes *raw;
  GPtrArray *entries;
  GPtrArray *rejected;
} AccordOdsFile;

AccordOdsFile *accord_ods_read (GBytes *raw, const char *name, GCancellable *cancellable, GError **error);
void accord_ods_file_free (AccordOdsFile *self);
AccordOdsEntry *accord_ods_entry_new (guint64 line, const char *code, const char *stated_name);
void accord_ods_entry_free (AccordOdsEntry *self);
char *accord_ods_dup_written_name (const char *capitals);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordOdsFile, accord_ods_file_free)

G_END_DECLS
