/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare.h"
#include "workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * AccordCompareData:
 * @business_case: whose versions they are
 * @versions: (element-type AccordRecord): its versions, the newest first
 * @before: the earlier of the two that are held against each other
 * @after: the later, or 0 for the case as it stands
 * @comparison: (nullable): how they differ, or %NULL where that cannot be read
 * @problem: (nullable): why it cannot
 *
 * Two versions of a case and those that there are besides.
 */
typedef struct
{
  gint64 business_case;
  GPtrArray *versions;
  gint64 before;
  gint64 after;
  AccordComparison *comparison;
  char *problem;
} AccordCompareData;

#define ACCORD_TYPE_COMPARE_VIEW (accord_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (AccordCompareView, accord_compare_view, ACCORD, COMPARE_VIEW, GtkWidget)

AccordCompareData *accord_compare_data_read (AccordReader *reader, gint64 business_case, gint64 before,
                                             gint64 after, GError **error);
void accord_compare_data_free (AccordCompareData *self);

GtkWidget *accord_compare_view_new (AccordWorkspace *workspace);
void accord_compare_view_show (AccordCompareView *self, const AccordCompareData *data);

G_END_DECLS
