/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme/row-widget.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

#define LEAD_WIDTH 2
#define BAR_WIDTH 84
#define LINES_OF_TITLE 3
#define LONGEST_TEXT 220
#define LINES_OF_SECOND 2

AccordRow *
accord_row_new (const char *kind, gint64 id, const char *title)
{
  AccordRow *self = g_new0 (AccordRow, 1);

  self->kind = kind;
  self->id = id;
  self->title = g_strdup (title);
  self->share = -1;
  return self;
}

void
accord_row_free (AccordRow *self)
{
  g_free (self->lead);
  g_free (self->title);
  g_free (self->second);
  g_free (self->figure);
  g_free (self->figure_note);
  g_free (self->words);
  g_free (self);
}

GPtrArray *
accord_rows_array_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) accord_row_free);
}

static const char *
or_nothing (const char *text)
{
  return text != NULL ? text : "";
}

/**
 * accord_row_dup_state:
 * @row: a row
 *
 * Returns: (transfer full): all that it says, to tell whether another says the same
 */
char *
accord_row_dup_state (const AccordRow *row)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT "\n%s\n%s\n%s\n%s\n%s\n%.4f\n%s", row->kind, row->id,
                          or_nothing (row->lead), row->title, or_nothing (row->second),
                          or_nothing (row->figure), or_nothing (row->figure_note), row->share,
                          or_nothing (row->words));
}

/* What would be cut off anyway is not laid out first: a page of long names would be slow. */
static GtkWidget *
make_clipped (const char *text, const char *style_class, int lines)
{
  gboolean long_text = g_utf8_strlen (text, -1) > LONGEST_TEXT;
  g_autofree char *start = long_text ? g_utf8_substring (text, 0, LONGEST_TEXT) : g_strdup (text);
  g_autofree char *shown = g_strconcat (start, long_text ? "…" : NULL, NULL);
  GtkWidget *label = accord_page_label (shown, style_class);

  if (long_text)
    gtk_widget_set_tooltip_text (label, text);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static GtkWidget *
make_words (const AccordRow *row)
{
  GtkWidget *box = accord_words_new (1);

  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  accord_words_append (box, make_clipped (row->title, "first-line", LINES_OF_TITLE));
  if (row->second != NULL)
    accord_words_append (box, make_clipped (row->second, "second-line", LINES_OF_SECOND));
  return box;
}

static GtkWidget *
make_figure (const AccordRow *row)
{
  GtkWidget *box = accord_words_new (1);
  GtkWidget *figure = accord_page_label (row->figure, "row-figure");

  gtk_label_set_xalign (GTK_LABEL (figure), 1);
  gtk_label_set_wrap (GTK_LABEL (figure), FALSE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  accord_words_append (box, figure);
  if (row->figure_note != NULL)
    {
      GtkWidget *note = accord_page_label (row->figure_note, "second-line");

      gtk_label_set_xalign (GTK_LABEL (note), 1);
      gtk_label_set_wrap (GTK_LABEL (note), FALSE);
      accord_words_append (box, note);
    }
  return box;
}

static GtkWidget *
make_bar (double share)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_PROGRESS_BAR, "fraction", CLAMP (share, 0, 1), "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, "width-request", BAR_WIDTH, "valign",
                                 GTK_ALIGN_CENTER, NULL);

  gtk_widget_add_css_class (bar, "share");
  return bar;
}

static GtkWidget *
make_pill (const AccordRow *row)
{
  GtkWidget *pill = accord_status_pill_new ();

  accord_status_pill_show (ACCORD_STATUS_PILL (pill), row->status, row->words);
  return pill;
}

static GMenu *
make_choices (const AccordRow *row, const AccordField *field)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; field->choices[i].value != NULL; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (field->choices[i].label), NULL);

      g_menu_item_set_action_and_target (item, "row-card.choose", "(xss)", row->id, field->name,
                                         field->choices[i].value);
      g_menu_append_item (menu, item);
    }
  return menu;
}

/* A state that can be changed is the button that does it. */
static GtkWidget *
make_choice (const AccordRow *row, const AccordField *field)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = make_choices (row, field);
  /* Translators: the label of a field such as “State”, what it is now, and what it is the state of. */
  g_autofree char *name =
      g_strdup_printf (_ ("%s: %s. Change it for %s"), _ (field->label), row->words, row->title);

  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), make_pill (row));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_always_show_arrow (GTK_MENU_BUTTON (button), TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "choice");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Change the state"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (button)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/* What stands before the states then ends at the same place in every row. */
static GtkWidget *
make_end (GtkWidget *widget, GtkSizeGroup *ends)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_halign (widget, GTK_ALIGN_END);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_box_append (GTK_BOX (box), widget);
  gtk_widget_set_hexpand (box, FALSE);
  gtk_size_group_add_widget (ends, box);
  return box;
}

static char *
dup_name (const AccordRow *row)
{
  const char *parts[] = { row->lead, row->title, row->second, row->figure, row->figure_note, row->words };
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_string_append_printf (name, "%s%s",
                              name->len == 0                 ? ""
                              : parts[i] == row->figure_note ? " "
                                                             : ", ",
                              parts[i]);
  return g_string_free (name, FALSE);
}

/**
 * accord_row_make_widget:
 * @row: a row
 * @kind: the kind of its record
 * @editable: whether its choice may be changed
 * @figures: makes the figures of the rows of a list equally wide, so that bars begin below each other
 * @ends: does so for the states at their ends
 *
 * Returns: (transfer floating): a row of a list box
 */
GtkWidget *
accord_row_make_widget (const AccordRow *row, const AccordKind *kind, gboolean editable,
                        GtkSizeGroup *figures, GtkSizeGroup *ends)
{
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *name = dup_name (row);

  if (row->lead != NULL)
    {
      GtkWidget *lead = accord_page_label (row->lead, "row-lead");

      gtk_label_set_wrap (GTK_LABEL (lead), FALSE);
      gtk_label_set_width_chars (GTK_LABEL (lead), LEAD_WIDTH);
      gtk_box_append (GTK_BOX (box), lead);
    }
  gtk_box_append (GTK_BOX (box), make_words (row));
  if (row->share >= 0)
    gtk_box_append (GTK_BOX (box), make_bar (row->share));
  if (row->figure != NULL)
    {
      GtkWidget *figure = make_figure (row);

      gtk_size_group_add_widget (figures, figure);
      gtk_box_append (GTK_BOX (box), figure);
    }
  if (row->words != NULL)
    {
      GtkWidget *end = row->choice != NULL && editable
                           ? make_choice (row, accord_kind_get_field (kind, row->choice))
                           : make_pill (row);

      gtk_box_append (GTK_BOX (box), make_end (end, ends));
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (widget), "accord-id", g_memdup2 (&row->id, sizeof row->id), g_free);
  return widget;
}

gint64
accord_row_widget_get_id (GtkWidget *widget)
{
  const gint64 *id = g_object_get_data (G_OBJECT (widget), "accord-id");

  return id != NULL ? *id : 0;
}
