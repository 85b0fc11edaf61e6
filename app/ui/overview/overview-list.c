/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview/overview-list.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "go.h"
#include "overview/overview-model.h"
#include "status-pill.h"

#include <string.h>

#define LEAD_CHARS 11
#define LINES 2

/* A row of a card. It is kept from one reading to the next and says something else then, so that the focus
 * stays. */
struct _AccordOverviewItem
{
  GtkListBoxRow parent_instance;

  GtkWidget *lead;
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *bar;
  GtkWidget *pill;
  GtkWidget *words;
  GtkWidget *arrow;
  const char *kind;
  gint64 id;
  AccordQuery *rows;
  const char *action;
};

#define ACCORD_TYPE_OVERVIEW_ITEM (accord_overview_item_get_type ())
G_DECLARE_FINAL_TYPE (AccordOverviewItem, accord_overview_item, ACCORD, OVERVIEW_ITEM, GtkListBoxRow)
G_DEFINE_FINAL_TYPE (AccordOverviewItem, accord_overview_item, GTK_TYPE_LIST_BOX_ROW)

static void
set_text (GtkWidget *label, const char *text)
{
  gtk_widget_set_visible (label, text != NULL);
  if (text != NULL && strcmp (gtk_label_get_label (GTK_LABEL (label)), text) != 0)
    gtk_label_set_label (GTK_LABEL (label), text);
}

/* What the row says, without a pause for what it does not have. */
static char *
dup_spoken (const AccordOverviewRow *row)
{
  GString *spoken = g_string_new (row->title);

  if (row->words != NULL)
    g_string_append_printf (spoken, ", %s", row->words);
  if (row->detail != NULL && *row->detail != '\0')
    g_string_append_printf (spoken, ", %s", row->detail);
  return g_string_free (spoken, FALSE);
}

static void
show_row (AccordOverviewItem *self, const AccordOverviewRow *row)
{
  gboolean ways = row->kind != NULL || row->rows != NULL || row->action != NULL;
  g_autofree char *name = dup_spoken (row);

  self->kind = row->kind;
  self->id = row->id;
  self->action = row->action;
  g_clear_pointer (&self->rows, accord_query_unref);
  self->rows = row->rows != NULL ? accord_query_ref (row->rows) : NULL;
  set_text (self->lead, row->lead);
  set_text (self->title, row->title);
  set_text (self->detail, row->detail);
  set_text (self->words, row->status == NULL ? row->words : NULL);
  accord_status_pill_show (ACCORD_STATUS_PILL (self->pill), row->status,
                           row->status != NULL ? row->words : NULL);
  gtk_widget_set_visible (self->bar, row->share >= 0);
  if (row->share >= 0)
    gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->bar), row->share);
  gtk_widget_set_visible (self->arrow, ways);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), ways);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
accord_overview_item_dispose (GObject *object)
{
  g_clear_pointer (&ACCORD_OVERVIEW_ITEM (object)->rows, accord_query_unref);

  G_OBJECT_CLASS (accord_overview_item_parent_class)->dispose (object);
}

static void
accord_overview_item_class_init (AccordOverviewItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_overview_item_dispose;
}

/* What is cut short can be read in full. */
static gboolean
on_query_tooltip (GtkWidget *label, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (GTK_LABEL (label)));
  return TRUE;
}

static GtkWidget *
make_line (const char *style_class)
{
  GtkWidget *label = accord_page_label (NULL, style_class);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), LINES);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
  return label;
}

static void
accord_overview_item_init (AccordOverviewItem *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *middle = accord_words_new (2);

  self->lead = accord_page_label (NULL, "second-line");
  gtk_label_set_width_chars (GTK_LABEL (self->lead), LEAD_CHARS);
  gtk_label_set_wrap (GTK_LABEL (self->lead), FALSE);
  gtk_widget_set_valign (self->lead, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->lead, "row-lead");
  self->title = make_line ("first-line");
  self->detail = make_line ("second-line");
  gtk_label_set_lines (GTK_LABEL (self->detail), LINES + 1);
  self->bar = gtk_progress_bar_new ();
  gtk_widget_add_css_class (self->bar, "share");
  self->pill = accord_status_pill_new ();
  gtk_widget_set_valign (self->pill, GTK_ALIGN_CENTER);
  self->words = accord_page_label (NULL, "row-words");
  gtk_label_set_wrap (GTK_LABEL (self->words), FALSE);
  self->arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  gtk_widget_add_css_class (self->arrow, "row-arrow");

  accord_words_append (middle, self->title);
  accord_words_append (middle, self->detail);
  accord_words_append (middle, self->bar);
  gtk_widget_set_hexpand (middle, TRUE);
  gtk_widget_set_valign (middle, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->lead);
  gtk_box_append (GTK_BOX (box), middle);
  gtk_box_append (GTK_BOX (box), self->pill);
  gtk_box_append (GTK_BOX (box), self->words);
  gtk_box_append (GTK_BOX (box), self->arrow);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

static void
on_activated (GtkListBox *list, GtkListBoxRow *row)
{
  AccordOverviewItem *item = ACCORD_OVERVIEW_ITEM (row);

  if (item->kind != NULL)
    accord_go_to_record (GTK_WIDGET (list), item->kind, item->id);
  else if (item->rows != NULL)
    accord_go_to_list (GTK_WIDGET (list), item->rows);
  else if (item->action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (list), item->action, NULL);
}

/**
 * accord_overview_list_new:
 * @label: what is listed, for a screen reader
 *
 * Returns: (transfer floating): a list for rows of the overview
 */
GtkWidget *
accord_overview_list_new (const char *label)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "card-rows");
  gtk_widget_add_css_class (list, "overview-rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (list, "row-activated", G_CALLBACK (on_activated), NULL);
  return list;
}

/**
 * accord_overview_list_show:
 * @list: a list
 * @rows: (element-type AccordOverviewRow): what to show
 *
 * Shows other rows, in the widgets that are there.
 */
void
accord_overview_list_show (GtkWidget *list, GPtrArray *rows)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < rows->len; i++)
    {
      row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) i);
      if (row == NULL)
        {
          row = g_object_new (ACCORD_TYPE_OVERVIEW_ITEM, NULL);
          gtk_list_box_append (GTK_LIST_BOX (list), GTK_WIDGET (row));
        }
      show_row (ACCORD_OVERVIEW_ITEM (row), rows->pdata[i]);
    }
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), (int) rows->len)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), GTK_WIDGET (row));
}
