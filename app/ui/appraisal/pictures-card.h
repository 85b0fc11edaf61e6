/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "appraisal/appraisal-work.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PICTURES_CARD (accord_pictures_card_get_type ())
G_DECLARE_FINAL_TYPE (AccordPicturesCard, accord_pictures_card, ACCORD, PICTURES_CARD, GtkWidget)

GtkWidget *accord_pictures_card_new (AccordAppraisalWork *work);

G_END_DECLS
