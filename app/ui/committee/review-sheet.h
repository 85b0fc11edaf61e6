/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include "committee/page-origin.h"
#include "workspace.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_REVIEW_SHEET (accord_review_sheet_get_type ())
G_DECLARE_FINAL_TYPE (AccordReviewSheet, accord_review_sheet, ACCORD, REVIEW_SHEET, AdwWindow)

GtkWidget *accord_review_sheet_new (AccordWorkspace *workspace, GPtrArray *origins);

G_END_DECLS
