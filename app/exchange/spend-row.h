/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "csv-reader.h"
#include "date.h"
#include "spend-heading.h"

G_BEGIN_DECLS

/**
 * AccordSpendRow:
 * @line: the physical line on which it begins
 * @texts: the texts by #AccordSpendColumn, tidied; empty where the file has none, and for date and amount
 * @date: the date, ISO
 * @pence: the amount; a credit is below nought
 * @redacted: whether the payee is withheld
 * @reason: for a row that was rejected, why; otherwise %NULL
 *
 * One row of a spend file. Its texts live in the reader until the next row is asked for.
 */
typedef struct
{
  guint64 line;
  AccordSlice texts[ACCORD_SPEND_N_COLUMNS];
  char date[ACCORD_DATE_ISO_SIZE];
  gint64 pence;
  gboolean redacted;
  const char *reason;
} AccordSpendRow;

gboolean accord_spend_text_is_blank (AccordSlice slice);
gboolean accord_spend_text_is_total (AccordSlice slice);
gboolean accord_spend_text_is_redacted (AccordSlice slice);
AccordSlice accord_spend_text_tidy (AccordSlice slice, GString *scratch);
char *accord_spend_text_show (AccordSlice slice);

gboolean accord_spend_find_glued (AccordSlice slice, gsize *at);

G_END_DECLS
