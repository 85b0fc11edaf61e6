/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-view-private.h"

#include "compat.h"

#include <glib/gi18n-lib.h>

#define WIDEST_ADDRESS 46

/* Only pages of the web are opened, and those only after their whole address was seen. */
static gboolean
may_be_opened (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : NULL;

  return scheme != NULL
         && (g_ascii_strcasecmp (scheme, "http") == 0 || g_ascii_strcasecmp (scheme, "https") == 0)
         && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

static void
on_open (GtkWidget *button, AccordPdfView *self)
{
  const char *address = g_object_get_data (G_OBJECT (button), "accord-address");
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  accord_show_address (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, address);
  gtk_popover_popdown (GTK_POPOVER (self->address));
}

static void
on_copy (GtkWidget *button, AccordPdfView *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button),
                          g_object_get_data (G_OBJECT (button), "accord-address"));
  gtk_popover_popdown (GTK_POPOVER (self->address));
}

static GtkWidget *
add_label (GtkWidget *box, const char *words, const char *style_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDEST_ADDRESS);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
add_button (GtkWidget *box, AccordPdfView *self, const char *words, const char *address, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (words);

  g_object_set_data_full (G_OBJECT (button), "accord-address", g_strdup (address), g_free);
  g_signal_connect (button, "clicked", callback, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
make_address (AccordPdfView *self, const char *address)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gboolean opens = may_be_opened (address);
  GtkWidget *label;

  gtk_widget_add_css_class (box, "link-address");
  add_label (
      box, opens ? _ ("This link leads to a page of the web") : _ ("Accord does not open links of this sort"),
      "caption-line");
  label = add_label (box, address, NULL);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_widget_set_margin_top (buttons, 6);
  add_button (buttons, self, _ ("Copy the address"), address, G_CALLBACK (on_copy));
  if (opens)
    {
      GtkWidget *open = add_button (buttons, self, _ ("Open in the browser"), address, G_CALLBACK (on_open));

      gtk_widget_add_css_class (open, "suggested-action");
      gtk_popover_set_default_widget (GTK_POPOVER (popover), open);
    }
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Link"), -1);
  return popover;
}

/* Worked out, for it may just have been scrolled to; and what is pressed by one who does not see where it is,
 * is beside the whole view. */
static GdkRectangle
find_on_screen (AccordPdfView *self, AccordPdfSpot *spot)
{
  guint page = accord_pdf_sheet_get_page (ACCORD_PDF_SHEET (gtk_widget_get_parent (GTK_WIDGET (spot))));
  AccordPdfRectangle sheet = accord_pdf_layout_get_page (&self->layout, page);
  AccordPdfRectangle bounds = accord_pdf_spot_get_bounds (spot);
  double scale = accord_pdf_view_get_scale (self);
  const GdkRectangle view = { 0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                              gtk_widget_get_height (GTK_WIDGET (self)) };
  GdkRectangle place = { (int) (sheet.x1 + bounds.x1 * scale - accord_pdf_view_get_offset (self, ACROSS)),
                         (int) (sheet.y1 + bounds.y1 * scale - accord_pdf_view_get_offset (self, DOWN)),
                         (int) MAX ((bounds.x2 - bounds.x1) * scale, 1),
                         (int) MAX ((bounds.y2 - bounds.y1) * scale, 1) };

  return gdk_rectangle_intersect (&place, &view, &place) ? place : view;
}

/**
 * accord_pdf_view_follow:
 * @self: a view
 * @spot: a link of one of its pages
 *
 * Goes to another page; an address is shown first, and opened if a person then says so.
 */
void
accord_pdf_view_follow (AccordPdfView *self, AccordPdfSpot *spot)
{
  const AccordPdfTarget *target = accord_pdf_spot_get_target (spot);
  GdkRectangle place;

  if (target->page >= 0)
    {
      accord_pdf_view_go_to_target (self, target);
      return;
    }
  if (target->address == NULL)
    return;
  place = find_on_screen (self, spot);
  g_clear_pointer (&self->address, gtk_widget_unparent);
  self->address = make_address (self, target->address);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->address), &place);
  gtk_widget_set_parent (self->address, GTK_WIDGET (self));
  gtk_popover_popup (GTK_POPOVER (self->address));
}
