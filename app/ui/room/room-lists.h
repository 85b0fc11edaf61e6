/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "case-file.h"

G_BEGIN_DECLS

/* What was said of the case before this review: to be read, and not another's to change. */

GtkWidget *accord_room_endorsements_new (const AccordCaseFile *file);
GtkWidget *accord_room_options_new (const AccordCaseFile *file);

G_END_DECLS
