/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "accountability.h"

G_BEGIN_DECLS

GtkWidget *accord_answerable_card_new (const AccordAnswerable *answerable);

G_END_DECLS
