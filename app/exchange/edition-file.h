/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edition-table.h"
#include "record.h"

G_BEGIN_DECLS

/**
 * AccordEditionDraft:
 * @edition: an edition that no workspace has yet
 * @unit_costs: (nullable) (element-type AccordRecord): its lines, where it is one of unit costs
 *
 * An edition that a file holds.
 */
typedef struct
{
  AccordRecord *edition;
  GPtrArray *unit_costs;
} AccordEditionDraft;

/**
 * AccordEditionFile:
 * @file: the file
 * @probe: what is known of it
 * @form: what was taken to be in it, in a sentence
 * @drafts: (element-type AccordEditionDraft): the editions in it
 * @remarks: (element-type utf8): what a person has to know of how it was read, a sentence each
 *
 * A file of published figures: discount rates, price indices, bounds of optimism bias, corrections by
 * confidence grade or unit costs, as CSV, JSON or the text of a published page.
 */
typedef struct
{
  GFile *file;
  AccordCsvProbe *probe;
  char *form;
  GPtrArray *drafts;
  GPtrArray *remarks;
} AccordEditionFile;

/**
 * AccordEditionWanted:
 * @ACCORD_EDITION_ANY: whatever the file holds
 * @ACCORD_EDITION_UNIT_COSTS: unit costs
 *
 * What a file is expected to hold.
 */
typedef enum
{
  ACCORD_EDITION_ANY,
  ACCORD_EDITION_UNIT_COSTS,
} AccordEditionWanted;

AccordEditionFile *accord_edition_file_open (GFile *file, AccordEditionWanted wanted,
                                             GCancellable *cancellable, GError **error);
AccordEditionFile *accord_edition_file_ref (AccordEditionFile *self);
void accord_edition_file_unref (AccordEditionFile *self);
void accord_edition_file_open_async (GFile *file, AccordEditionWanted wanted, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
AccordEditionFile *accord_edition_file_open_finish (GAsyncResult *result, GError **error);
gboolean accord_edition_file_sniff (GFile *file, GCancellable *cancellable);

/* What the files of this importer share. */
AccordEditionDraft *accord_edition_file_add (AccordEditionFile *self, const AccordEditionTable *table,
                                             const char *sort, const char *code, const char *name);
void accord_edition_file_remark (AccordEditionFile *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean accord_edition_file_fail (const AccordEditionRow *row, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
char *accord_edition_file_dup_stem (const AccordEditionFile *self);

/**
 * AccordEditionForm:
 * @ACCORD_EDITION_FORM_OTHER: it is no such table
 * @ACCORD_EDITION_FORM_READ: it was read
 * @ACCORD_EDITION_FORM_WRONG: it is such a table, and something is wrong with it
 *
 * What a reader of one sort of table made of a file.
 */
typedef enum
{
  ACCORD_EDITION_FORM_OTHER,
  ACCORD_EDITION_FORM_READ,
  ACCORD_EDITION_FORM_WRONG,
} AccordEditionForm;

AccordEditionForm accord_unit_costs_read (AccordEditionFile *file, const AccordEditionTable *table,
                                          gboolean wanted, GError **error);
AccordEditionForm accord_edition_bias_read (AccordEditionFile *file, const AccordEditionTable *table,
                                            GError **error);
AccordEditionForm accord_edition_grades_read (AccordEditionFile *file, const AccordEditionTable *table,
                                              GError **error);
AccordEditionForm accord_edition_schedule_read (AccordEditionFile *file, const AccordEditionTable *table,
                                                GError **error);
AccordEditionForm accord_edition_series_read (AccordEditionFile *file, const AccordEditionTable *table,
                                              GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AccordEditionFile, accord_edition_file_unref)

G_END_DECLS
