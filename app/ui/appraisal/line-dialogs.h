/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "appraisal/appraisal-work.h"

G_BEGIN_DECLS

void accord_gains_dialog_open (GtkWidget *from, AccordAppraisalWork *work, guint row);
gboolean accord_bias_dialog_open (GtkWidget *from, AccordAppraisalWork *work, guint row);

G_END_DECLS
