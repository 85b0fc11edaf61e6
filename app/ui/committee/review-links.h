/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "committee/review-model.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REVIEW_LINKS (accord_review_links_get_type ())
G_DECLARE_FINAL_TYPE (AccordReviewLinks, accord_review_links, ACCORD, REVIEW_LINKS, GtkWidget)

GtkWidget *accord_review_links_new (AccordWorkspace *workspace);
void accord_review_links_show (AccordReviewLinks *self, AccordReviewModel *model, AccordReviewEntry *entry);

G_END_DECLS
