/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cba.h"
#include "reader.h"
#include "writer.h"

G_BEGIN_DECLS

/* Editions: published tables as records, each with its content as JSON (forms: data/editions/README.md). */

/* The content of an edition record as what the engine takes. Each says in one sentence what is wrong. */
AccordSchedule *accord_edition_get_schedule (AccordRecord *edition, GError **error);
AccordPriceSeries *accord_edition_get_series (AccordRecord *edition, GError **error);
AccordBiasTable *accord_edition_get_bias (AccordRecord *edition, GError **error);
AccordGradeTable *accord_edition_get_grades (AccordRecord *edition, GError **error);

int accord_edition_compare (AccordRecord *a, AccordRecord *b);

/* The editions that Accord ships, read from its resources. */
GPtrArray *accord_editions_shipped (const AccordSchema *schema);
AccordSchedule *accord_editions_shipped_schedule (const char *code, GError **error);

/* Puts shipped editions that are not in the workspace yet there, and fills in an appraisal's choices. */
gboolean accord_editions_settle (AccordWriter *writer, AccordRecord *appraisal, GError **error);

/**
 * AccordEditionOffer:
 * @field: the appraisal's field: "schedule", "deflator" …
 * @used: the edition it uses
 * @newer: a newer one of the same sort and code
 * @differences: (element-type utf8): what would change, a sentence each: "Rate from year 31: 3.00 % to 2.80
 * %"
 *
 * A newer edition than the one an appraisal uses. It is never applied unasked.
 */
typedef struct
{
  char *field;
  AccordRecord *used;
  AccordRecord *newer;
  GPtrArray *differences;
} AccordEditionOffer;

GPtrArray *accord_editions_list_alike (AccordReader *reader, AccordRecord *edition, GError **error);
gboolean accord_edition_find_newer (AccordReader *reader, AccordRecord *edition, AccordRecord **newer,
                                    GError **error);
GPtrArray *accord_editions_read_differences (AccordReader *reader, AccordRecord *used, AccordRecord *newer,
                                             GError **error);
GPtrArray *accord_editions_compare_content (AccordRecord *used, GPtrArray *used_lines, AccordRecord *newer,
                                            GPtrArray *newer_lines, GError **error);
char *accord_decimal_dup_percent (AccordDecimal part, guint places);
GPtrArray *accord_edition_offers (AccordReader *reader, AccordRecord *appraisal, GError **error);

G_END_DECLS
