/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-tools.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

struct _AccordPdfTools
{
  GtkWidget parent_instance;

  AccordPdfView *view;
  GtkWidget *box;
  GtkWidget *outline;
  GtkWidget *search;
  GtkWidget *back;
  GtkWidget *on;
  GtkWidget *entry;
  GtkWidget *count;
  GtkWidget *zoom[2]; /* with and without buttons beside them */
  AccordPdfFile *file;
};

G_DEFINE_FINAL_TYPE (AccordPdfTools, accord_pdf_tools, GTK_TYPE_WIDGET)

static void
name (GtkWidget *widget, const char *label, const char *tooltip)
{
  gtk_widget_set_tooltip_text (widget, tooltip != NULL ? tooltip : label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
add_button (GtkWidget *box, const char *icon, const char *label, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  name (button, label, tooltip);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

/* --- Pages. */

static const char *
get_label (AccordPdfTools *self, guint page)
{
  return self->file != NULL ? accord_pdf_file_get_page_label (self->file, page) : NULL;
}

/* The number that is printed on a page is shown if it is another than its place; then the place stands beside
 * it. */
static void
show_page (AccordPdfTools *self)
{
  guint page = accord_pdf_view_get_page (self->view);
  guint n = self->file != NULL ? accord_pdf_file_get_n_pages (self->file) : 0;
  g_autofree char *number = g_strdup_printf ("%u", page + 1);
  const char *said = get_label (self, page);
  gboolean other = said != NULL && g_strcmp0 (said, number) != 0;
  g_autofree char *count = NULL;

  if (n == 0)
    count = g_strdup ("");
  else if (other)
    /* Translators: after the number printed on the page: its place among all, such as "(5 of 40)". */
    count = g_strdup_printf (_ ("(%'u of %'u)"), page + 1, n);
  else
    /* Translators: after a page's number: "of 40". */
    count = g_strdup_printf (_ ("of %'u"), n);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), n == 0 ? "" : other ? said : number);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_widget_set_sensitive (self->back, page > 0);
  gtk_widget_set_sensitive (self->on, page + 1 < n);
}

static void
on_page_typed (AccordPdfTools *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  guint n = self->file != NULL ? accord_pdf_file_get_n_pages (self->file) : 0;
  guint64 number = 0;

  for (guint i = 0; i < n; i++)
    if (get_label (self, i) != NULL && g_ascii_strcasecmp (get_label (self, i), typed) == 0)
      {
        accord_pdf_view_go_to_page (self->view, i);
        show_page (self);
        return;
      }
  if (g_ascii_string_to_unsigned (typed, 10, 1, MAX (n, 1), &number, NULL) && n > 0)
    accord_pdf_view_go_to_page (self->view, (guint) number - 1);
  show_page (self);
}

static void
on_page_left (AccordPdfTools *self)
{
  show_page (self);
}

static void
on_back (AccordPdfTools *self)
{
  guint page = accord_pdf_view_get_page (self->view);

  if (page > 0)
    accord_pdf_view_go_to_page (self->view, page - 1);
}

static void
on_on (AccordPdfTools *self)
{
  accord_pdf_view_go_to_page (self->view, accord_pdf_view_get_page (self->view) + 1);
}

static void
add_pages (AccordPdfTools *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->back =
      add_button (self->box, "go-up-symbolic", _ ("Previous page"), _ ("Previous page (Ctrl+Page Up)"));
  self->on = add_button (self->box, "go-down-symbolic", _ ("Next page"), _ ("Next page (Ctrl+Page Down)"));
  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 6);
  gtk_entry_set_alignment (GTK_ENTRY (self->entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_add_css_class (self->entry, "tabular");
  name (self->entry, _ ("Page"), _ ("Type a page’s number to go there"));
  gtk_box_append (GTK_BOX (self->box), self->entry);
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "tabular");
  gtk_widget_add_css_class (self->count, "page-count");
  gtk_box_append (GTK_BOX (self->box), self->count);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (on_back), self);
  g_signal_connect_swapped (self->on, "clicked", G_CALLBACK (on_on), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_page_typed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_page_left), self);
  gtk_widget_add_controller (self->entry, focus);
}

/* --- Size. */

static char *
dup_zoom_name (AccordPdfTools *self)
{
  switch (accord_pdf_view_get_fit (self->view))
    {
    case ACCORD_PDF_FIT_WIDTH:
      return g_strdup ("width");
    case ACCORD_PDF_FIT_PAGE:
      return g_strdup ("page");
    case ACCORD_PDF_FIT_NONE:
    default:
      return g_strdup_printf ("%d", (int) round (accord_pdf_view_get_zoom (self->view) * 100));
    }
}

static void
show_zoom (AccordPdfTools *self)
{
  int percent = (int) round (accord_pdf_view_get_zoom (self->view) * 100);
  /* Translators: how large a page is shown: "125%". */
  g_autofree char *words = g_strdup_printf (_ ("%d%%"), percent), *state = dup_zoom_name (self);
  /* Translators: %s is "125%". */
  g_autofree char *told = g_strdup_printf (_ ("Size of pages: %s"), words);

  for (guint i = 0; i < G_N_ELEMENTS (self->zoom); i++)
    {
      gtk_menu_button_set_label (GTK_MENU_BUTTON (self->zoom[i]), words);
      name (self->zoom[i], told, NULL);
      /* What has the focus is inside. */
      gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->zoom[i])),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "pdf-tools.zoom", self->file != NULL);
  g_object_notify (G_OBJECT (self), "zoom");
}

static void
choose_zoom (AccordPdfTools *self, const char *chosen)
{
  if (g_strcmp0 (chosen, "width") == 0)
    accord_pdf_view_set_fit (self->view, ACCORD_PDF_FIT_WIDTH);
  else if (g_strcmp0 (chosen, "page") == 0)
    accord_pdf_view_set_fit (self->view, ACCORD_PDF_FIT_PAGE);
  else
    accord_pdf_view_set_zoom (self->view, g_ascii_strtod (chosen, NULL) / 100);
}

static GMenuModel *
create_zoom_menu (void)
{
  static const int percents[] = { 50, 75, 100, 125, 150, 200, 400 };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) fits = g_menu_new (), sizes = g_menu_new ();

  g_menu_append (fits, _ ("Fit the _width"), "pdf-tools.zoom::width");
  g_menu_append (fits, _ ("Fit a whole _page"), "pdf-tools.zoom::page");
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autofree char *words = g_strdup_printf (_ ("%d%%"), percents[i]);
      g_autofree char *action = g_strdup_printf ("pdf-tools.zoom::%d", percents[i]);

      g_menu_append (sizes, words, action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (fits));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (sizes));
  return G_MENU_MODEL (menu);
}

static void
on_smaller (AccordPdfTools *self)
{
  accord_pdf_view_zoom_step (self->view, -1);
}

static void
on_larger (AccordPdfTools *self)
{
  accord_pdf_view_zoom_step (self->view, 1);
}

static GtkWidget *
make_zoom (AccordPdfTools *self, GMenuModel *menu, gboolean buttons, GtkWidget **zoom)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *smaller, *larger;

  *zoom = gtk_menu_button_new ();
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (*zoom), menu);
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (*zoom), TRUE);
  gtk_widget_add_css_class (*zoom, "flat");
  gtk_widget_add_css_class (*zoom, "tabular");
  if (buttons)
    {
      smaller = add_button (box, "list-remove-symbolic", _ ("Smaller"), _ ("Smaller (Ctrl+−)"));
      g_signal_connect_swapped (smaller, "clicked", G_CALLBACK (on_smaller), self);
    }
  gtk_box_append (GTK_BOX (box), *zoom);
  if (buttons)
    {
      larger = add_button (box, "list-add-symbolic", _ ("Larger"), _ ("Larger (Ctrl++)"));
      g_signal_connect_swapped (larger, "clicked", G_CALLBACK (on_larger), self);
    }
  return box;
}

static void
add_zoom (AccordPdfTools *self)
{
  GtkWidget *squeezer = adw_squeezer_new (), *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_autoptr (GMenuModel) menu = create_zoom_menu ();

  adw_squeezer_add (ADW_SQUEEZER (squeezer), make_zoom (self, menu, TRUE, &self->zoom[0]));
  adw_squeezer_add (ADW_SQUEEZER (squeezer), make_zoom (self, menu, FALSE, &self->zoom[1]));
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (self->box), space);
  gtk_box_append (GTK_BOX (self->box), squeezer);
}

/* --- The bar. */

enum
{
  PROP_0,
  PROP_ZOOM,
  N_PROPS
};

static void
accord_pdf_tools_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_ZOOM)
    g_value_take_string (value, dup_zoom_name (ACCORD_PDF_TOOLS (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
accord_pdf_tools_set_property (GObject *object, guint property_id, const GValue *value, GParamSpec *pspec)
{
  if (property_id == PROP_ZOOM)
    choose_zoom (ACCORD_PDF_TOOLS (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
accord_pdf_tools_dispose (GObject *object)
{
  AccordPdfTools *self = ACCORD_PDF_TOOLS (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  g_clear_object (&self->file);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (accord_pdf_tools_parent_class)->dispose (object);
}

static void
accord_pdf_tools_class_init (AccordPdfToolsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->get_property = accord_pdf_tools_get_property;
  G_OBJECT_CLASS (klass)->set_property = accord_pdf_tools_set_property;
  G_OBJECT_CLASS (klass)->dispose = accord_pdf_tools_dispose;
  g_object_class_install_property (
      G_OBJECT_CLASS (klass), PROP_ZOOM,
      g_param_spec_string ("zoom", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_property_action (widget_class, "pdf-tools.zoom", "zoom");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
accord_pdf_tools_init (AccordPdfTools *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->box, "pdf-tools");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reading"), -1);
  self->outline = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->outline), "accord-sidebar-symbolic");
  gtk_widget_add_css_class (self->outline, "flat");
  name (self->outline, _ ("Outline"), _ ("Outline (F8)"));
  gtk_box_append (GTK_BOX (self->box), self->outline);
  add_pages (self);
  add_zoom (self);
  self->search = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->search), "edit-find-symbolic");
  gtk_widget_add_css_class (self->search, "flat");
  name (self->search, _ ("Search in the PDF"), _ ("Search in the PDF (Ctrl+F)"));
  gtk_box_append (GTK_BOX (self->box), self->search);
}

/**
 * accord_pdf_tools_new:
 * @view: the pages
 *
 * Returns: (transfer floating): the bar above them
 */
GtkWidget *
accord_pdf_tools_new (AccordPdfView *view)
{
  AccordPdfTools *self = g_object_new (ACCORD_TYPE_PDF_TOOLS, NULL);

  self->view = g_object_ref (view);
  g_signal_connect_swapped (view, "notify::page", G_CALLBACK (show_page), self);
  g_signal_connect_swapped (view, "notify::zoom", G_CALLBACK (show_zoom), self);
  g_signal_connect_swapped (view, "notify::fit", G_CALLBACK (show_zoom), self);
  show_page (self);
  show_zoom (self);
  return GTK_WIDGET (self);
}

/**
 * accord_pdf_tools_get_outline_button:
 * @self: a bar
 *
 * Returns: (transfer none): the button that shows the outline
 */
GtkWidget *
accord_pdf_tools_get_outline_button (AccordPdfTools *self)
{
  return self->outline;
}

/**
 * accord_pdf_tools_get_search_button:
 * @self: a bar
 *
 * Returns: (transfer none): the button that shows the search
 */
GtkWidget *
accord_pdf_tools_get_search_button (AccordPdfTools *self)
{
  return self->search;
}

/**
 * accord_pdf_tools_set_file:
 * @self: a bar
 * @file: (nullable): the PDF that is shown
 *
 * Says whose pages they are.
 */
void
accord_pdf_tools_set_file (AccordPdfTools *self, AccordPdfFile *file)
{
  gboolean outline = file != NULL && accord_pdf_file_get_outline (file)->len > 0;

  g_set_object (&self->file, file);
  gtk_widget_set_sensitive (self->box, file != NULL);
  gtk_widget_set_sensitive (self->outline, outline);
  name (self->outline, outline || file == NULL ? _ ("Outline") : _ ("Outline: this PDF has none"),
        outline ? _ ("Outline (F8)") : _ ("This PDF has no outline"));
  show_page (self);
  show_zoom (self);
}
