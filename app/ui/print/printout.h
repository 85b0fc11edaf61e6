/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "record.h"
#include "report.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PRINTOUT (accord_printout_get_type ())
G_DECLARE_FINAL_TYPE (AccordPrintout, accord_printout, ACCORD, PRINTOUT, GObject)

AccordPrintout *accord_printout_new_for_widget (GtkWidget *widget, const char *title);
AccordPrintout *accord_printout_new_for_node (GskRenderNode *node, double width, double height,
                                              const char *title);
AccordPrintout *accord_printout_new_for_records (GPtrArray *records, const guint *fields, guint n_fields,
                                                 const char *title);
AccordPrintout *accord_printout_new_for_report (AccordReport *report);

guint accord_printout_lay_out (AccordPrintout *self, double width, double height);
void accord_printout_draw (AccordPrintout *self, cairo_t *cairo, guint page);
gboolean accord_printout_write_pdf (AccordPrintout *self, GFile *file, GError **error);
void accord_printout_print (AccordPrintout *self, GtkWindow *parent);

G_END_DECLS
