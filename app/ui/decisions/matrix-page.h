/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_MATRIX_PAGE (accord_matrix_page_get_type ())
G_DECLARE_FINAL_TYPE (AccordMatrixPage, accord_matrix_page, ACCORD, MATRIX_PAGE, GtkWidget)

GtkWidget *accord_matrix_page_new (AccordWorkspace *workspace);

G_END_DECLS
