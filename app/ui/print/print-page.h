/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include "report.h"

G_BEGIN_DECLS

#define ACCORD_TYPE_PRINT_PAGE (accord_print_page_get_type ())
G_DECLARE_INTERFACE (AccordPrintPage, accord_print_page, ACCORD, PRINT_PAGE, GtkWidget)

/**
 * AccordPrintPageInterface:
 * @make_report: (nullable): what the page is on paper; %NULL while there is nothing to print
 * @write_csv: (nullable): writes what the page shows as separated values
 *
 * A page that is laid out for paper by itself, because what is in sight is not all there is.
 */
struct _AccordPrintPageInterface
{
  GTypeInterface parent_interface;

  AccordReport *(*make_report) (AccordPrintPage *self);
  gboolean (*write_csv) (AccordPrintPage *self, GOutputStream *stream, GError **error);
};

AccordPrintPage *accord_print_page_find (GtkWidget *within);
AccordReport *accord_print_page_make_report (AccordPrintPage *self);
gboolean accord_print_page_has_csv (AccordPrintPage *self);
gboolean accord_print_page_write_csv (AccordPrintPage *self, GFile *file, GError **error);

G_END_DECLS
