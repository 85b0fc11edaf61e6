/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/sidebar-row.h"

#include "list/list-words.h"

#include <glib/gi18n-lib.h>

#define DATA "accord-sidebar-row"

/* In characters, so that the sidebar grows with the text. */
#define LABEL_WIDTH 13

static void
data_free (gpointer pointer)
{
  AccordSidebarRow *data = pointer;

  g_clear_pointer (&data->query, accord_query_unref);
  g_free (data->key);
  g_free (data);
}

static GtkWidget *
new_image (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                       icon_name, NULL);
}

static GtkWidget *
new_row (const char *icon_name, const char *words, AccordSidebarRow *data)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), LABEL_WIDTH);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), new_image (icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), DATA, data, data_free);

  return row;
}

/* A name that is cut off is told in full; one that is not needs no telling. */
static gboolean
on_query_tooltip (GtkWidget *row, int x, int y, gboolean by_key, GtkTooltip *tooltip, gpointer data)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkLabel *label = GTK_LABEL (gtk_widget_get_last_child (box));

  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));

  return TRUE;
}

/**
 * accord_sidebar_row_new_place:
 * @place: a place
 * @schema: the kinds
 *
 * Returns: (transfer floating): a row that leads to @place
 */
GtkWidget *
accord_sidebar_row_new_place (const AccordPlace *place, AccordSchema *schema)
{
  AccordSidebarRow *data = g_new0 (AccordSidebarRow, 1);
  GtkWidget *row = new_row (place->icon_name, accord_place_get_label (place, schema), data);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_add_css_class (count, "count");
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_widget_hide (count);
  gtk_box_append (GTK_BOX (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))), count);
  data->group = place->group;
  data->place = place;
  data->count = GTK_LABEL (count);

  return row;
}

/**
 * accord_sidebar_row_new_pin:
 * @pin: a record or a saved search
 * @schema: the kinds
 *
 * Returns: (transfer floating) (nullable): a row that leads to it; %NULL where no place shows it
 */
GtkWidget *
accord_sidebar_row_new_pin (const AccordPin *pin, AccordSchema *schema)
{
  const AccordPlace *place = pin->query != NULL ? accord_place_for_query (pin->query, schema)
                                                : accord_place_for_kind (pin->kind->name);
  AccordSidebarRow *data;
  GtkWidget *row;
  g_autofree char *spoken = NULL;

  if (place == NULL)
    return NULL;

  data = g_new0 (AccordSidebarRow, 1);
  row = new_row (pin->query != NULL ? "accord-filter-symbolic" : place->icon_name, pin->title, data);
  data->place = place;
  data->key = g_strdup (pin->key);
  data->record = pin->id;
  data->query = pin->query != NULL ? accord_query_ref (pin->query) : NULL;

  /* Translators: the first is a name, the second a kind of record */
  spoken = g_strdup_printf (pin->query != NULL ? _ ("%s, saved search in %s") : _ ("%s, pinned, %s"),
                            pin->title, _ (pin->query != NULL ? pin->kind->plural : pin->kind->label));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_has_tooltip (row, TRUE);
  g_signal_connect (row, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);

  return row;
}

/**
 * accord_sidebar_row_new_more:
 * @group: a group with places that are folded away
 *
 * Returns: (transfer floating): a row that shows and hides them
 */
GtkWidget *
accord_sidebar_row_new_more (AccordPlaceGroup group)
{
  AccordSidebarRow *data = g_new0 (AccordSidebarRow, 1);
  GtkWidget *row = new_row ("pan-end-symbolic", C_ ("places", "More"), data);

  data->group = group;
  data->arrow = GTK_IMAGE (gtk_widget_get_first_child (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))));
  gtk_widget_add_css_class (row, "more");
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  accord_sidebar_row_set_open (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

/**
 * accord_sidebar_row_get:
 * @row: a row of the sidebar
 *
 * Returns: (transfer none): what it is made of
 */
AccordSidebarRow *
accord_sidebar_row_get (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), DATA);
}

/**
 * accord_sidebar_row_get_heading:
 * @row: a row of the sidebar
 *
 * Returns: (transfer none) (nullable): the heading that it stands under, translated; %NULL above all headings
 */
const char *
accord_sidebar_row_get_heading (GtkListBoxRow *row)
{
  const AccordSidebarRow *data = accord_sidebar_row_get (row);

  if (data->key != NULL)
    return _ ("Pinned");

  return data->group != ACCORD_PLACE_TOP ? accord_place_group_get_label (data->group) : NULL;
}

/**
 * accord_sidebar_row_leads_to:
 * @row: a row of the sidebar
 * @place: a place
 * @record: a record shown there, or 0
 * @query: (nullable): what its list is narrowed to
 *
 * Returns: whether @row is the way to exactly that; the row of a place is the way to all of it
 */
gboolean
accord_sidebar_row_leads_to (GtkListBoxRow *row, const AccordPlace *place, gint64 record, AccordQuery *query)
{
  const AccordSidebarRow *data = accord_sidebar_row_get (row);

  if (place == NULL || data->place != place)
    return FALSE;
  if (data->key == NULL)
    return TRUE;
  if (data->query != NULL)
    return query != NULL && accord_query_equal (data->query, query);

  return query == NULL && data->record == record;
}

/**
 * accord_sidebar_row_set_count:
 * @row: the row of a place
 * @label: what the place is called
 * @total: how many records it lists, or a number below nought where nobody knows
 * @waiting: how many of them wait for an answer
 *
 * Shows "8 open" where something waits for an answer, the plain number elsewhere, nothing while it is not
 * known.
 */
void
accord_sidebar_row_set_count (GtkListBoxRow *row, const char *label, gint64 total, gint64 waiting)
{
  const AccordSidebarRow *data = accord_sidebar_row_get (row);
  g_autofree char *words = NULL;
  g_autofree char *spoken = NULL;

  if (waiting > 0)
    {
      g_autofree char *number = accord_list_dup_number ((guint64) waiting);

      /* Translators: a number of caveats */
      words = g_strdup_printf (_ ("%s open"), number);
      gtk_widget_add_css_class (GTK_WIDGET (data->count), "open");
    }
  else
    {
      words = total > 0 ? accord_list_dup_number ((guint64) total) : NULL;
      gtk_widget_remove_css_class (GTK_WIDGET (data->count), "open");
    }

  gtk_label_set_label (data->count, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (data->count), words != NULL);
  spoken = words != NULL ? g_strdup_printf ("%s, %s", label, words) : g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

/**
 * accord_sidebar_row_set_open:
 * @row: the row that folds a group
 * @open: whether the folded places are shown
 *
 * Turns the arrow.
 */
void
accord_sidebar_row_set_open (GtkListBoxRow *row, gboolean open)
{
  const AccordSidebarRow *data = accord_sidebar_row_get (row);
  const char *group = accord_place_group_get_label (data->group);
  g_autofree char *spoken = NULL;

  /* Translators: %s is a group of places, such as “Money” */
  spoken = g_strdup_printf (open ? _ ("Fewer places of %s") : _ ("More places of %s"), group);
  gtk_image_set_from_icon_name (data->arrow, open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}
