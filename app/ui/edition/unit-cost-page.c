/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edition/edition-page.h"

#include "appraisal-lines.h"
#include "chart/picture-table.h"
#include "edition.h"
#include "editions-rows.h"
#include "form/form-figures.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "money.h"
#include "unit-costs.h"

#include <glib/gi18n-lib.h>

/* The latest years are those that cases are written in. */
#define MOST_YEARS 12

#define WIDE_GAP 48

/**
 * Data:
 * @edition: (nullable): the edition that it is of
 * @series: (nullable): the price series that re-bases it
 * @rows: (element-type GStrv): its value in the prices of other years
 * @latest: its value in the prices of the latest year, or %ACCORD_UNKNOWN
 * @latest_year: (nullable): that year
 *
 * What the page of a unit cost shows.
 */
typedef struct
{
  AccordRecord *edition;
  AccordPriceSeries *series;
  GPtrArray *rows;
  gint64 latest;
  char *latest_year;
} Data;

typedef struct
{
  GtkWidget *card;
  GtkWidget *table;
  GtkWidget *words;
} Parts;

static void
data_free (gpointer data)
{
  Data *self = data;

  g_clear_object (&self->edition);
  g_clear_pointer (&self->series, accord_price_series_free);
  g_ptr_array_unref (self->rows);
  g_free (self->latest_year);
  g_free (self);
}

/* The newest year first. */
static void
fill_rows (Data *data, AccordRecord *record)
{
  for (guint i = data->series->indices->len; i-- > 0 && data->rows->len < MOST_YEARS;)
    {
      const int year = g_array_index (data->series->indices, AccordPriceIndex, i).year;
      g_autofree char *name = accord_price_year_format (data->series->years, year);
      g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
      g_autofree char *money = NULL;
      gint64 pence;

      if (!accord_unit_cost_rebase (record, data->series, year, &pence, NULL))
        continue;
      if (data->latest == ACCORD_UNKNOWN)
        {
          data->latest = pence;
          data->latest_year = g_strdup (name);
        }
      money = accord_money_format (pence, ACCORD_MONEY_FULL);
      g_strv_builder_add (cells, name);
      g_strv_builder_add (cells, money);
      g_ptr_array_add (data->rows, g_strv_builder_end (cells));
    }
}

static gboolean
read_data (Data *data, AccordReader *reader, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "unit-cost");
  g_autoptr (AccordRecord) record = accord_reader_get (reader, kind, id, error);
  g_autoptr (GError) problem = NULL;
  gint64 edition;

  if (record == NULL)
    return FALSE;
  edition = accord_record_get_int (record, "edition");
  if (edition != ACCORD_UNKNOWN)
    {
      data->edition = accord_reader_get (reader, accord_kind_for_type (ACCORD_TYPE_EDITION), edition, error);
      if (data->edition == NULL)
        return FALSE;
    }
  data->series = accord_unit_cost_find_series (reader, record, &problem);
  if (problem != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  if (data->series != NULL)
    fill_rows (data, record);
  return TRUE;
}

static gpointer
read_page (AccordReader *reader, gint64 id, GError **error)
{
  Data *data = g_new0 (Data, 1);

  data->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  data->latest = ACCORD_UNKNOWN;
  if (read_data (data, reader, id, error))
    return data;
  data_free (data);
  return NULL;
}

static AccordFormFigure *
new_money (const char *label, gint64 pence, const char *note)
{
  g_autofree char *money = pence != ACCORD_UNKNOWN ? accord_money_format (pence, ACCORD_MONEY_FULL) : NULL;

  return accord_form_figure_new (label, money, note);
}

static GPtrArray *
dup_figures (AccordRecord *record, gconstpointer page, const char *today)
{
  const Data *data = page;
  const char *prices = accord_record_get_text (record, "price-year");
  GPtrArray *figures = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_figure_free);
  g_autofree char *published = prices != NULL ? g_strdup_printf (_ ("%s prices"), prices) : NULL;
  g_autofree char *label = NULL;

  g_ptr_array_add (figures,
                   new_money (_ ("Cost as published"), accord_record_get_int (record, "amount"), published));
  if (data != NULL && data->latest != ACCORD_UNKNOWN)
    {
      label = g_strdup_printf (_ ("In %s prices"), data->latest_year);
      g_ptr_array_add (figures, new_money (label, data->latest, data->series->name));
    }
  g_ptr_array_add (figures,
                   accord_form_figure_new (_ ("Unit"), accord_record_get_text (record, "unit"), NULL));
  g_ptr_array_add (figures,
                   accord_form_figure_new (_ ("Who bears it"), accord_record_get_text (record, "agency"),
                                           accord_record_get_text (record, "agency-detail")));
  return figures;
}

static GtkWidget *
make_cards (AccordWorkspace *workspace)
{
  const char *headings[] = { _ ("Prices of"), _ ("Cost") };
  Parts *parts = g_new0 (Parts, 1);
  GtkWidget *head;

  parts->card = accord_page_card (&head, _ ("In the prices of other years"));
  g_object_set_data_full (G_OBJECT (parts->card), "accord-parts", parts, g_free);
  parts->table = accord_plain_table_new (_ ("The cost in the prices of other years"), headings,
                                         G_N_ELEMENTS (headings), 1u << 1);
  gtk_widget_add_css_class (parts->table, "card-body");
  gtk_widget_set_halign (parts->table, GTK_ALIGN_START);
  gtk_grid_set_column_spacing (GTK_GRID (parts->table), WIDE_GAP);
  gtk_box_append (GTK_BOX (parts->card), parts->table);
  parts->words = accord_words_new (6);
  gtk_widget_add_css_class (parts->words, "card-body");
  gtk_box_append (GTK_BOX (parts->card), parts->words);
  return parts->card;
}

static void
append_line (Parts *parts, const char *format, const char *what)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) around = g_strsplit (format, "%s", 2);

  text = g_strjoinv (what, around);
  accord_words_append (parts->words, accord_page_label (text, "second-line"));
}

static void
show_cards (GtkWidget *cards, AccordRecord *record, gconstpointer page, const char *today)
{
  const Data *data = page;
  Parts *parts = g_object_get_data (G_OBJECT (cards), "accord-parts");
  g_autofree char *basis = accord_unit_cost_dup_basis (record, data->edition);
  const char *prices = accord_record_get_text (record, "price-year");
  GtkWidget *line;

  accord_plain_table_show (parts->table, data->rows);
  gtk_widget_set_visible (parts->table, data->rows->len > 0);
  while ((line = gtk_widget_get_first_child (parts->words)) != NULL)
    gtk_widget_unparent (line);
  if (data->rows->len > 0)
    {
      g_autofree char *series =
          g_strdup_printf ("%s%s%s", data->series->name, data->series->edition != NULL ? ", " : "",
                           data->series->edition != NULL ? data->series->edition : "");

      append_line (parts, _ ("By the price series “%s”."), series);
    }
  else if (prices == NULL)
    append_line (parts, _ ("It does not say of what year its prices are, so that it cannot be re-based."),
                 "");
  else
    append_line (parts,
                 _ ("No price series here knows %s. The Treasury’s current deflators can be imported."),
                 prices);
  append_line (parts, _ ("Source: %s"), basis);
}

static const char *const depends[] = { "edition", NULL };

const AccordPageKind accord_unit_cost_page_kind = {
  .kind = "unit-cost",
  .depends = depends,
  .read = read_page,
  .free = data_free,
  .dup_figures = dup_figures,
  .make = make_cards,
  .show = show_cards,
};
