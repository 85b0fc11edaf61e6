/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shell/search-rows.h"

#include <string.h>

#define CHOICE "accord-choice"
#define SPOKEN "accord-spoken"
#define MATCH_BEGINS "\xe2\x81\xa8" /* U+2068 */
#define MATCH_ENDS "\xe2\x81\xa9"   /* U+2069 */

static GtkWidget *
line (const char *words, gboolean markup, const char *style_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (markup)
    gtk_label_set_markup (GTK_LABEL (label), words);
  else
    gtk_label_set_label (GTK_LABEL (label), words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style_class);

  return label;
}

/* The key, or the sort of thing it is. */
static GtkWidget *
make_end (const AccordGotoChoice *choice)
{
  g_autofree char *keys = NULL;
  GtkWidget *label;
  guint key;
  GdkModifierType modifiers;

  if (choice->keys != NULL && gtk_accelerator_parse (choice->keys, &key, &modifiers))
    keys = gtk_accelerator_get_label (key, modifiers);
  /* Under a heading that says it already it would only be noise. */
  if (keys == NULL && (choice->what == NULL || (choice->section != NULL && choice->record == 0)))
    return NULL;

  label = gtk_label_new (keys != NULL ? keys : choice->what);
  gtk_widget_add_css_class (label, keys != NULL ? "keys" : "second-line");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);

  return label;
}

static GtkWidget *
make_child (const AccordGotoChoice *choice)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  g_autofree char *title = g_markup_escape_text (choice->title, -1);
  g_autofree char *detail = accord_search_excerpt_markup (choice->detail);
  GtkWidget *end = make_end (choice);

  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_valign (lines, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (lines),
                  line (choice->title, FALSE, choice->record != 0 ? "result-title" : "result-name"));
  if (detail != NULL && g_strcmp0 (detail, title) != 0)
    gtk_box_append (GTK_BOX (lines), line (detail, TRUE, "second-line"));
  gtk_box_append (GTK_BOX (box),
                  g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                "icon-name", choice->icon_name, NULL));
  gtk_box_append (GTK_BOX (box), lines);
  if (end != NULL)
    gtk_box_append (GTK_BOX (box), end);

  return box;
}

static GtkWidget *
make_row (AccordGotoChoice *choice)
{
  GtkWidget *row = gtk_list_box_row_new ();
  char *spoken = accord_goto_choice_dup_spoken (choice);

  g_object_set_data (G_OBJECT (row), CHOICE, choice);
  g_object_set_data_full (G_OBJECT (row), SPOKEN, spoken, g_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), make_child (choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  /* The keyboard stays in the field that is being typed into. */
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_focus_on_click (row, FALSE);

  return row;
}

static void
add_heading (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *section = accord_search_row_get_choice (row)->section;
  GtkWidget *heading;

  if (section == NULL
      || (before != NULL && g_strcmp0 (accord_search_row_get_choice (before)->section, section) == 0))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  heading = gtk_label_new (section);
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
 * @choices: (element-type AccordGotoChoice): what was found; it has to live as long as the rows
 *
 * Lists what was found, under headings where it has any.
 */
void
accord_search_rows_fill (GtkListBox *list, GPtrArray *choices)
{
  g_return_if_fail (GTK_IS_LIST_BOX (list));
  g_return_if_fail (choices != NULL);

  gtk_list_box_set_header_func (list, add_heading, NULL, NULL);
  for (guint i = 0; i < choices->len; i++)
    gtk_list_box_append (list, make_row (g_ptr_array_index (choices, i)));
}

/**
 * accord_search_row_get_choice:
 * @row: a row that accord_search_rows_fill() has made
 *
 * Returns: (transfer none): what it leads to
 */
const AccordGotoChoice *
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
