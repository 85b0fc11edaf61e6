/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "appraisal/appraisal-work.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PAPER_CARD (accord_paper_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordPaperCard, accord_paper_card, ACCORD, PAPER_CARD, GtkWidget)

GtkWidget *accord_paper_card_new (AccordAppraisalWork *work);
void accord_paper_card_write (AccordPaperCard *self, GFile *file);

G_END_DECLS
