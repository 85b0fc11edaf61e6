/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decisions/matrix-more.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "go.h"
#include "status.h"

#include <glib/gi18n-lib.h>

#define WIDTH 380
#define HEIGHT 420

/* Where a row leads. */
typedef struct
{
  const char *kind;
  gint64 id;
} Link;

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, GtkWidget *popover)
{
  const Link *link = g_object_get_data (G_OBJECT (row), "accord-link");
  GtkWidget *from = gtk_widget_get_parent (popover);

  gtk_popover_popdown (GTK_POPOVER (popover));
  accord_go_to_record (from, link->kind, link->id);
}

static GtkWidget *
make_list (GtkWidget *popover, GtkWidget *column, const char *title)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "matrix-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), popover, 0);
  gtk_box_append (GTK_BOX (column), accord_page_label (title, "caption-line"));
  gtk_box_append (GTK_BOX (column), list);
  return list;
}

static const AccordStatus *
status_of (AccordRecord *record, const char *name, const char **words)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (record), name);
  const char *value = accord_record_get_text (record, name);
  const char *label = accord_field_choice_label (field, value);

  *words = label != NULL ? _ (label) : _ ("not known");
  return accord_status_find (field, value);
}

static void
append_row (GtkWidget *list, AccordRecord *record, const AccordStatus *status, const char *first,
            const char *second)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "valign", GTK_ALIGN_START, "margin-top", 2, NULL);
  GtkWidget *words = accord_words_new (1);
  g_autofree char *name = second != NULL ? g_strdup_printf ("%s, %s", first, second) : g_strdup (first);
  Link *link = g_new0 (Link, 1);

  if (status != NULL)
    {
      gtk_image_set_from_icon_name (GTK_IMAGE (image), status->icon_name);
      gtk_widget_add_css_class (image, status->style_class);
    }
  accord_words_append (words, accord_page_label (first, NULL));
  if (second != NULL)
    accord_words_append (words, accord_page_label (second, "second-line"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), words);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  link->kind = accord_matrix_get_link (record, &link->id);
  /* A caveat is answered on its own page. */
  if (g_strcmp0 (accord_record_get_kind (record)->name, "caveat") == 0)
    *link = (Link){ "caveat", accord_record_get_id (record) };
  g_object_set_data_full (G_OBJECT (row), "accord-link", link, g_free);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
}

static void
append_outcome (GtkWidget *list, AccordRecord *endorsement)
{
  const char *outcome;
  const AccordStatus *status = status_of (endorsement, "outcome", &outcome);
  g_autofree char *date = accord_endorsement_dup_date (endorsement);
  g_autofree char *first = g_strdup_printf ("%s · %s", outcome, date != NULL ? date : _ ("date not known"));
  const char *words = accord_record_get_text (endorsement, "words");
  /* Translators: words that are quoted. */
  g_autofree char *quote = words != NULL ? g_strdup_printf (_ ("“%s”"), words) : NULL;

  append_row (list, endorsement, status, first, quote);
}

static void
append_caveat (GtkWidget *list, AccordRecord *caveat)
{
  const char *state;
  const AccordStatus *status = status_of (caveat, "state", &state);
  g_autofree char *text = accord_record_dup_title (caveat);
  g_autofree char *first = accord_sentence_case (text);
  const char *owner = accord_record_get_text (caveat, "owner");
  g_autofree char *second = owner != NULL ? g_strdup_printf ("%s · %s", state, owner) : g_strdup (state);

  append_row (list, caveat, status, first, second);
}

static void
fill (GtkWidget *popover, GtkWidget *column, const AccordMatrixCell *cell)
{
  GtkWidget *list;

  if (cell->outcomes->len > 0)
    {
      list = make_list (popover, column, _ ("What they said, the latest first"));
      for (guint i = 0; i < cell->outcomes->len; i++)
        append_outcome (list, cell->outcomes->pdata[i]);
    }
  if (cell->caveats->len > 0)
    {
      g_autofree char *title =
          g_strdup_printf (ngettext ("%u caveat", "%u caveats", cell->caveats->len), cell->caveats->len);

      list = make_list (popover, column, title);
      for (guint i = 0; i < cell->caveats->len; i++)
        append_caveat (list, cell->caveats->pdata[i]);
    }
}

static gboolean
let_go (gpointer data)
{
  gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

/* It cannot go while it is being closed. */
static void
on_closed (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, let_go, g_object_ref (popover), g_object_unref);
}

/**
 * accord_matrix_more_show:
 * @from: the field of a matrix
 * @row: a case
 * @column: somebody who said something of it
 *
 * Shows all that they said of it, and their caveats.
 */
void
accord_matrix_more_show (GtkWidget *from, const AccordMatrixRow *row, const AccordMatrixColumn *column)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *who = accord_matrix_column_dup_full_name (column);
  /* Translators: a board or committee, and the business case that it spoke of. */
  g_autofree char *title =
      g_strdup_printf (_ ("%s on %s"), who, accord_record_get_text (row->record, "name"));
  GtkWidget *heading = accord_page_label (title, "section-title");

  gtk_widget_add_css_class (box, "matrix-all");
  gtk_box_append (GTK_BOX (box), heading);
  fill (popover, box, accord_matrix_row_get_cell (row, column));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_size_request (scrolled, WIDTH, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_parent (popover, from);
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}
