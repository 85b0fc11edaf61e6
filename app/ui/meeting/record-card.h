/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "meeting-text.h"

G_BEGIN_DECLS

/**
 * AccordPassageTone:
 * @ACCORD_PASSAGE_SAID: what was said or decided
 * @ACCORD_PASSAGE_OPEN: what waits for an answer, or is subject to conditions
 * @ACCORD_PASSAGE_CUT: where the text stops before its end
 *
 * What the colour of a passage and its records says.
 */
typedef enum
{
  ACCORD_PASSAGE_SAID,
  ACCORD_PASSAGE_OPEN,
  ACCORD_PASSAGE_CUT,
} AccordPassageTone;

AccordPassageTone accord_record_card_tone (const AccordTextPart *part);
char *accord_record_card_dup_kinds (const AccordTextPart *part);
char *accord_record_card_dup_state (const AccordText *text, const char *today);

GtkWidget *accord_record_card_new (const AccordTextPart *part, guint number, const char *today);
GtkWidget *accord_record_card_get_first (GtkWidget *card);

G_END_DECLS
