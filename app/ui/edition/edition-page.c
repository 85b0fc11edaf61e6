/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition/edition-page.h"

#include "chart/picture-table.h"
#include "edition/edition-data.h"
#include "form/form-figures.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "go.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many differences are shown; a list of unit costs may have hundreds. */
#define MOST_DIFFERENCES 20

#define FEW_COLUMNS 3
#define MOST_COLUMNS 4
#define WIDE_GAP 48

/* The first column holds words. */
#define ALL_NUMBERS (~1u)

/* The parts of the cards, kept with them. */
typedef struct
{
  GtkWidget *table_card;
  GtkWidget *table_place;
  GtkWidget *table_source;
  GtkWidget *table_words;
  GtkWidget *uses_card;
  GtkWidget *uses;
  GtkWidget *other_card;
  GtkWidget *other;
  char *shown;
} Parts;

static void
parts_free (gpointer data)
{
  Parts *parts = data;

  g_free (parts->shown);
  g_free (parts);
}

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  return accord_edition_data_read (reader, id, error);
}

/* What each sort of table comes to at a glance. */
static AccordFormFigure *
new_extent (AccordRecord *record, const AccordEditionData *data)
{
  const char *sort = accord_record_get_text (record, "sort");
  GPtrArray *rows = data->rows != NULL ? data->rows->rows : NULL;
  const guint n = rows != NULL ? rows->len : 0;
  char **first = n > 0 ? rows->pdata[0] : NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (sort, "unit-costs") == 0)
    {
      text = g_strdup_printf ("%" G_GINT64_FORMAT, data->n_lines);
      return accord_form_figure_new (_ ("Unit costs"), text, NULL);
    }
  if (g_strcmp0 (sort, "schedule") == 0)
    return accord_form_figure_new (_ ("Rate in the first years"), n > 0 ? first[1] : NULL,
                                   n > 0 ? first[0] : NULL);
  text = n > 0 ? g_strdup_printf ("%u", n) : NULL;
  if (g_strcmp0 (sort, "deflator") == 0)
    return accord_form_figure_new (_ ("Latest year"), n > 0 ? first[0] : NULL, NULL);
  return accord_form_figure_new (g_strcmp0 (sort, "bias") == 0 ? _ ("Kinds of works") : _ ("Grades"), text,
                                 NULL);
}

static GPtrArray *
dup_figures (AccordRecord *record, gconstpointer data, const char *today)
{
  const AccordEditionData *edition = data;
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
  g_autofree char *uses = NULL;
  const char *newer;

  if (edition == NULL)
    return figures;
  uses = g_strdup_printf ("%u", edition->uses->len);
  newer = edition->other_is_newer ? accord_record_get_text (edition->other, "edition") : NULL;
  g_ptr_array_add (figures, new_extent (record, edition));
  g_ptr_array_add (figures, accord_form_figure_new (_ ("Used by"), uses, NULL));
  g_ptr_array_add (figures, accord_form_figure_new (
                                _ ("Newer edition"),
                                edition->other_is_newer ? _ ("There is one") : _ ("None here"), newer));
  return figures;
}

static GtkWidget *
make_words_card (GtkWidget **words, const char *title)
{
  GtkWidget *head;
  GtkWidget *card = accord_page_card (&head, title);

  *words = accord_words_new (6);
  gtk_widget_add_css_class (*words, "card-body");
  gtk_box_append (GTK_BOX (card), *words);
  return card;
}

static GtkWidget *
make_cards (AccordWorkspace *workspace)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18), *head;
  Parts *parts = g_new0 (Parts, 1);

  g_object_set_data_full (G_OBJECT (box), "accord-parts", parts, parts_free);
  parts->table_card = accord_page_card (&head, _ ("Figures and their source"));
  parts->table_source = accord_words_new (6);
  gtk_widget_add_css_class (parts->table_source, "card-body");
  gtk_box_append (GTK_BOX (parts->table_card), parts->table_source);
  parts->table_place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_add_css_class (parts->table_place, "card-body");
  gtk_box_append (GTK_BOX (parts->table_card), parts->table_place);
  parts->table_words = accord_words_new (6);
  gtk_widget_add_css_class (parts->table_words, "card-body");
  gtk_box_append (GTK_BOX (parts->table_card), parts->table_words);
  gtk_box_append (GTK_BOX (box), parts->table_card);
  parts->other_card = make_words_card (&parts->other, _ ("Another edition"));
  gtk_box_append (GTK_BOX (box), parts->other_card);
  parts->uses_card = make_words_card (&parts->uses, _ ("Used by"));
  gtk_box_append (GTK_BOX (box), parts->uses_card);
  return box;
}

static void
empty_words (GtkWidget *words)
{
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (words)) != NULL)
    gtk_widget_unparent (line);
}

static void
on_link (GtkWidget *button, gpointer unused)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "accord-id");

  accord_go_to_record (button, g_object_get_data (G_OBJECT (button), "accord-kind"), *id);
}

static void
append_link (GtkWidget *words, const char *text, const char *kind, gint64 id)
{
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_LINK, "halign",
                                    GTK_ALIGN_START, NULL);

  gtk_button_set_child (GTK_BUTTON (button), accord_page_label (text, NULL));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "record-link");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button), "accord-id", g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data (G_OBJECT (button), "accord-kind", (gpointer) kind);
  g_signal_connect (button, "clicked", G_CALLBACK (on_link), NULL);
  accord_words_append (words, button);
}

static void
append_line (GtkWidget *words, const char *text, const char *style_class)
{
  if (text != NULL)
    accord_words_append (words, accord_page_label (text, style_class));
}

/* Some columns of the table, with the first one before them. */
static void
add_table (Parts *parts, const AccordEditionRows *rows, guint from, guint to)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  g_autoptr (GPtrArray) some = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GtkWidget *table;

  g_ptr_array_add (headings, rows->headings[0]);
  for (guint i = from; i < to; i++)
    g_ptr_array_add (headings, rows->headings[i]);
  for (guint i = 0; i < rows->rows->len; i++)
    {
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
      char **row = rows->rows->pdata[i];

      g_strv_builder_add (cells, row[0]);
      for (guint j = from; j < to; j++)
        g_strv_builder_add (cells, row[j]);
      g_ptr_array_add (some, g_strv_builder_end (cells));
    }
  table = accord_plain_table_new (_ ("The table of the edition"), (const char *const *) headings->pdata,
                                  headings->len, ALL_NUMBERS);
  accord_plain_table_show (table, some);
  /* Few columns are read across: they stay together. */
  if (headings->len <= FEW_COLUMNS)
    {
      gtk_widget_set_halign (table, GTK_ALIGN_START);
      gtk_grid_set_column_spacing (GTK_GRID (table), WIDE_GAP);
    }
  gtk_box_append (GTK_BOX (parts->table_place), table);
}

/* Costs and durations stand under each other, so that they fit a narrow page and large letters. */
static void
add_tables (Parts *parts, const AccordEditionRows *rows)
{
  const guint n = g_strv_length (rows->headings);
  const guint half = 1 + (n - 1) / 2;

  if (n <= MOST_COLUMNS)
    add_table (parts, rows, 1, n);
  else
    {
      add_table (parts, rows, 1, half);
      add_table (parts, rows, half, n);
    }
}

/* Beside its figures stands where they are from, always. */
static void
show_table (Parts *parts, AccordRecord *record, const AccordEditionData *data)
{
  g_autofree char *source = accord_edition_dup_source (record), *from = NULL, *licence = NULL;
  const char *stated = accord_record_get_text (record, "licence");

  accord_page_empty_box (parts->table_place);
  empty_words (parts->table_source);
  empty_words (parts->table_words);
  if (data->rows != NULL)
    add_tables (parts, data->rows);
  gtk_widget_set_visible (parts->table_place, data->rows != NULL);
  from = g_strdup_printf (_ ("Source: %s"), source);
  append_line (parts->table_source, from, "second-line");
  append_line (parts->table_source, data->problem, NULL);
  licence =
      stated != NULL ? g_strdup_printf (_ ("Licence: %s"), stated) : g_strdup (_ ("No licence is stated."));
  append_line (parts->table_words, accord_record_get_text (record, "note"), NULL);
  append_line (parts->table_words, licence, "second-line");
}

static void
show_uses (Parts *parts, AccordRecord *record, const AccordEditionData *data)
{
  const gboolean lines = g_strcmp0 (accord_record_get_text (record, "sort"), "unit-costs") == 0;

  empty_words (parts->uses);
  if (data->uses->len == 0)
    append_line (parts->uses,
                 lines ? _ ("No outcome line takes its value from it.") : _ ("No appraisal goes by it."),
                 "second-line");
  for (guint i = 0; i < data->uses->len; i++)
    {
      const AccordEditionUse *use = data->uses->pdata[i];
      g_autofree char *text = g_strdup_printf ("%s (%s)", use->title, use->as);

      append_link (parts->uses, text, use->kind, use->id);
    }
}

static char *
dup_summary (const AccordEditionData *data)
{
  if (data->differences == NULL)
    return g_strdup (_ ("The two cannot be compared: one of them cannot be read."));
  if (data->differences->len == 0)
    return g_strdup (_ ("Its figures are the same."));
  return g_strdup_printf (
      data->other_is_newer ? ngettext ("It is newer, and %u figure is otherwise:",
                                       "It is newer, and %u figures are otherwise:", data->differences->len)
                           : ngettext ("It is older; %u figure was changed since:",
                                       "It is older; %u figures were changed since:", data->differences->len),
      data->differences->len);
}

static void
show_other (Parts *parts, const AccordEditionData *data)
{
  g_autofree char *title = NULL, *summary = NULL;

  empty_words (parts->other);
  gtk_widget_set_visible (parts->other_card, data->other != NULL);
  if (data->other == NULL)
    return;
  title = accord_edition_dup_title (data->other);
  append_link (parts->other, title, "edition", accord_record_get_id (data->other));
  summary = dup_summary (data);
  append_line (parts->other, summary, NULL);
  for (guint i = 0; data->differences != NULL && i < MIN (data->differences->len, MOST_DIFFERENCES); i++)
    append_line (parts->other, data->differences->pdata[i], "second-line");
  if (data->differences != NULL && data->differences->len > MOST_DIFFERENCES)
    {
      const guint n = data->differences->len - MOST_DIFFERENCES;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

      append_line (parts->other, more, "second-line");
    }
}

/* What is shown, in one text, so that the same again changes nothing. */
static char *
dup_shown (AccordRecord *record, const AccordEditionData *data)
{
  GString *text = g_string_new (accord_record_get_modified (record));

  g_string_append_printf (text, "\n%" G_GINT64_FORMAT "\n%s", accord_record_get_id (record),
                          data->other != NULL ? accord_record_get_modified (data->other) : "");
  for (guint i = 0; i < data->uses->len; i++)
    g_string_append_printf (text, "\n%s %s", ((AccordEditionUse *) data->uses->pdata[i])->title,
                            ((AccordEditionUse *) data->uses->pdata[i])->as);
  for (guint i = 0; data->differences != NULL && i < data->differences->len; i++)
    g_string_append_printf (text, "\n%s", (char *) data->differences->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer data, const char *today)
{
  Parts *parts = g_object_get_data (G_OBJECT (cards), "accord-parts");
  g_autofree char *shown = dup_shown (record, data);

  if (g_strcmp0 (shown, parts->shown) == 0)
    return;
  g_free (parts->shown);
  parts->shown = g_steal_pointer (&shown);
  show_table (parts, record, data);
  show_other (parts, data);
  show_uses (parts, record, data);
}

static const char *const depends[] = { "edition", "appraisal", "cost", "outcome", "unit-cost", "case", NULL };
static const char *const groups[] = { "appraisal/schedule", "appraisal/health", "appraisal/lower",
                                      "appraisal/deflator", "appraisal/bias",   "appraisal/grades",
                                      "cost/schedule",      "outcome/schedule", NULL };

const AccordPageKind accord_edition_page_kind = {
  .kind = "edition",
  .depends = depends,
  .groups = groups,
  .read = read_page,
  .free = (GDestroyNotify) accord_edition_data_free,
  .dup_figures = dup_figures,
  .make = make_cards,
  .show = show_cards,
};
