/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/search-rows.h"

#include "list/list-words.h"
#include "shell/places.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHOICE "accord-choice"
#define SPOKEN "accord-spoken"
#define MATCH_BEGINS "\xe2\x81\xa8" /* U+2068 */
#define MATCH_ENDS "\xe2\x81\xa9"   /* U+2069 */

static void
add_row (GtkListBox *list, GtkWidget *child, const AccordKind *kind, gint64 id, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  AccordSearchChoice *choice = g_new (AccordSearchChoice, 1);

  *choice = (AccordSearchChoice){ kind, id };
  g_object_set_data_full (G_OBJECT (row), CHOICE, choice, g_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (row), SPOKEN, g_strdup (name), g_free);
  /* The keyboard stays in the field that is being typed into. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_focus_on_click (row, FALSE);
  gtk_list_box_append (list, row);
}

static GtkWidget *
line (const char *markup, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

static void
add_hit (GtkListBox *list, const AccordSearchHit *hit)
{
  const AccordPlace *place = accord_place_for_kind (hit->kind->name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name", place != NULL ? place->icon_name : NULL, NULL);
  g_autofree char *title = g_markup_escape_text (hit->title, -1);
  g_autofree char *excerpt = accord_search_excerpt_markup (hit->excerpt);
  g_autofree char *name = g_strdup_printf ("%s, %s", hit->title, _ (hit->kind->label));

  gtk_box_append (GTK_BOX (lines), line (title, "result-title"));
  if (excerpt != NULL && g_strcmp0 (excerpt, title) != 0)
    gtk_box_append (GTK_BOX (lines), line (excerpt, "second-line"));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), lines);
  add_row (list, box, hit->kind, hit->id, name);
}

static void
add_rest (GtkListBox *list, const AccordSearchGroup *group)
{
  g_autofree char *number = accord_list_dup_number ((guint64) group->total);
  /* Translators: the first is a number, the second a kind of record: “Show all 1,200 in Payments” */
  g_autofree char *words = g_strdup_printf (_ ("Show all %s in %s"), number, _ (group->kind->plural));

  add_row (list, line (words, "result-rest"), group->kind, 0, words);
}

static void
add_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const AccordKind *kind = accord_search_row_get_choice (row)->kind;
  GtkWidget *heading;

  if (before != NULL && accord_search_row_get_choice (before)->kind == kind)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  heading = gtk_label_new (_ (kind->plural));
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-line");
  gtk_widget_add_css_class (heading, "result-group");
  gtk_list_box_row_set_header (row, heading);
}

/**
 * accord_search_excerpt_markup:
 * @excerpt: (nullable): words with the matched ones between U+2068 and U+2069
 *
 * Returns: (transfer full) (nullable): the same as Pango markup with the matched words bold
 */
char *
accord_search_excerpt_markup (const char *excerpt)
{
  g_autofree char *escaped = NULL;
  g_auto (GStrv) pieces = NULL;
  g_autoptr (GString) markup = NULL;

  if (excerpt == NULL)
    return NULL;

  escaped = g_markup_escape_text (excerpt, -1);
  for (char *c = escaped; *c != '\0'; c++)
    if (*c == '\n' || *c == '\r' || *c == '\t')
      *c = ' ';

  markup = g_string_new (NULL);
  pieces = g_strsplit (escaped, MATCH_BEGINS, -1);
  g_string_append (markup, pieces[0] != NULL ? pieces[0] : "");
  for (guint i = 1; pieces[0] != NULL && pieces[i] != NULL; i++)
    {
      const char *end = strstr (pieces[i], MATCH_ENDS);

      if (end == NULL)
        {
          g_string_append (markup, pieces[i]);
          continue;
        }
      g_string_append (markup, "<b>");
      g_string_append_len (markup, pieces[i], end - pieces[i]);
      g_string_append (markup, "</b>");
      g_string_append (markup, end + strlen (MATCH_ENDS));
    }

  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/**
 * accord_search_rows_fill:
 * @list: an empty list box
 * @groups: (element-type AccordSearchGroup): what was found
 *
 * Lists what was found under a heading for each kind, and under the best of a kind a row that leads to all of
 * it.
 */
void
accord_search_rows_fill (GtkListBox *list, GPtrArray *groups)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (groups != NULL);

  gtk_list_box_set_header_func (list, add_heading, NULL, NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      const AccordSearchGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->hits->len; j++)
        add_hit (list, g_ptr_array_index (group->hits, j));
      if (group->total > group->hits->len)
        add_rest (list, group);
    }
}

/**
 * accord_search_row_get_choice:
 * @row: a row that accord_search_rows_fill() has made
 *
 * Returns: (transfer none): what it leads to
 */
const AccordSearchChoice *
accord_search_row_get_choice (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), CHOICE);
}

/**
 * accord_search_row_get_spoken:
 * @row: a row that accord_search_rows_fill() has made
 *
 * Returns: (transfer none): the row in one sentence
 */
const char *
accord_search_row_get_spoken (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), SPOKEN);
}
