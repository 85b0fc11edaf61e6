/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/print-page.h"

#include "safe-file.h"

G_DEFINE_INTERFACE (AccordPrintPage, accord_print_page, GTK_TYPE_WIDGET)

static void
accord_print_page_default_init (AccordPrintPageInterface *iface)
{
}

/**
 * accord_print_page_find:
 * @within: a widget of the window
 *
 * Returns: (transfer none) (nullable): the page in it that is laid out for paper by itself, if it is shown
 */
AccordPrintPage *
accord_print_page_find (GtkWidget *within)
{
  /* A page that was just gone to is not on the screen yet. */
  if (!gtk_widget_get_visible (within) || !gtk_widget_get_child_visible (within))
    return NULL;
  if (ACCORD_IS_PRINT_PAGE (within))
    return ACCORD_PRINT_PAGE (within);
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      AccordPrintPage *found = accord_print_page_find (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * accord_print_page_make_report:
 * @self: a page
 *
 * Returns: (transfer full) (nullable): what it is on paper
 */
AccordReport *
accord_print_page_make_report (AccordPrintPage *self)
{
  g_return_val_if_fail (ACCORD_IS_PRINT_PAGE (self), NULL);

  return ACCORD_PRINT_PAGE_GET_IFACE (self)->make_report (self);
}

/**
 * accord_print_page_has_csv:
 * @self: a page
 *
 * Returns: whether it can be had as separated values
 */
gboolean
accord_print_page_has_csv (AccordPrintPage *self)
{
  g_return_val_if_fail (ACCORD_IS_PRINT_PAGE (self), FALSE);

  return ACCORD_PRINT_PAGE_GET_IFACE (self)->write_csv != NULL;
}

/**
 * accord_print_page_write_csv:
 * @self: a page that can be had as separated values
 * @file: the file to write, which is there whole or, if anything goes wrong, as it was before
 * @error: return location for an error
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_print_page_write_csv (AccordPrintPage *self, GFile *file, GError **error)
{
  g_autoptr (AccordSafeFile) place = accord_safe_file_new (file, error);
  g_autoptr (GOutputStream) stream = place != NULL ? accord_safe_file_open (place, error) : NULL;

  g_return_val_if_fail (ACCORD_IS_PRINT_PAGE (self), FALSE);

  return stream != NULL && ACCORD_PRINT_PAGE_GET_IFACE (self)->write_csv (self, stream, error)
         && g_output_stream_close (stream, NULL, error) && accord_safe_file_finish (place, error);
}
