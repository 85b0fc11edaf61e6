/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table-print.h"

#include "money.h"
#include "total.h"

#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <string.h>

/* In points. */
#define MARGIN 36.0
#define GAP 10.0
#define ROW_PADDING 3.0
#define FOOT 20.0
#define MOST_LINES 4
/* What stands in a column takes so much of the room that the fixed ones leave. */
#define TITLE_SHARE 2.0
#define TEXT_SHARE 1.0

typedef struct
{
  guint field;
  gboolean number;
  gboolean is_title;
  double x;
  double width;
  gint64 sum;
  gboolean summed;
} Column;

struct _AccordTablePrint
{
  const AccordKind *kind;
  GArray *columns;
  char *title;
  char *subtitle;

  double width;
  double height;
  AccordPageFunc begin_page;
  gpointer data;

  cairo_t *cairo;
  PangoLayout *layout;
  double y;
  int most_lines;
  guint n_pages;
  gint64 n_rows;
};

static gboolean
is_number (const AccordField *field)
{
  switch (field->type)
    {
    case ACCORD_FIELD_MONEY:
    case ACCORD_FIELD_COUNT:
    case ACCORD_FIELD_PERCENT:
    case ACCORD_FIELD_DECIMAL:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The width in points that is always enough, or 0 for words. */
static double
fixed_width (const AccordField *field)
{
  switch (field->type)
    {
    case ACCORD_FIELD_MONEY:
      return 84;
    case ACCORD_FIELD_COUNT:
    case ACCORD_FIELD_PERCENT:
    case ACCORD_FIELD_YEAR:
      return 52;
    case ACCORD_FIELD_DECIMAL:
    case ACCORD_FIELD_DATE:
      return 62;
    case ACCORD_FIELD_BOOLEAN:
      return 36;
    default:
      return 0;
    }
}

static const AccordField *
field_of (AccordTablePrint *self, const Column *column)
{
  return &self->kind->fields[column->field];
}

static Column *
column_at (AccordTablePrint *self, guint index)
{
  return &g_array_index (self->columns, Column, index);
}

static double
share_of (const Column *column)
{
  return column->is_title ? TITLE_SHARE : TEXT_SHARE;
}

/* Where the fixed columns alone would not fit, all share the page alike. */
static void
place_columns (AccordTablePrint *self)
{
  double room = self->width - 2 * MARGIN - (self->columns->len - 1) * GAP;
  double fixed = 0, shares = 0, x = MARGIN;
  gboolean tight;

  for (guint i = 0; i < self->columns->len; i++)
    {
      double width = fixed_width (field_of (self, column_at (self, i)));

      fixed += width;
      shares += width > 0 ? 0 : share_of (column_at (self, i));
    }
  tight = fixed > room * 0.8 || (shares == 0 && fixed > room);
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = column_at (self, i);
      double width = fixed_width (field_of (self, column));

      if (tight)
        width = room / self->columns->len;
      else if (width == 0)
        width = (room - fixed) * share_of (column) / shares;
      column->x = x;
      column->width = width;
      x += width + GAP;
    }
}

static void
set_font (AccordTablePrint *self, double size, gboolean bold)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, "Cantarell, sans-serif");
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
}

static double
set_words (AccordTablePrint *self, const char *words, double width, gboolean right)
{
  int height;

  pango_layout_set_width (self->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_height (self->layout, -self->most_lines);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_alignment (self->layout, right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text (self->layout, words, -1);
  pango_layout_get_size (self->layout, NULL, &height);
  return height / (double) PANGO_SCALE;
}

static double
draw_words (AccordTablePrint *self, const char *words, double x, double y, double width, gboolean right)
{
  double height = set_words (self, words, width, right);

  cairo_move_to (self->cairo, x, y);
  pango_cairo_show_layout (self->cairo, self->layout);
  cairo_new_path (self->cairo);
  return height;
}

static void
draw_line (AccordTablePrint *self, double grey)
{
  cairo_set_source_rgb (self->cairo, grey, grey, grey);
  cairo_set_line_width (self->cairo, 0.5);
  cairo_move_to (self->cairo, MARGIN, self->y);
  cairo_line_to (self->cairo, self->width - MARGIN, self->y);
  cairo_stroke (self->cairo);
  cairo_set_source_rgb (self->cairo, 0, 0, 0);
}

static void
draw_foot (AccordTablePrint *self)
{
  g_autofree char *page = g_strdup_printf (_ ("Page %u"), self->n_pages);

  set_font (self, 8, FALSE);
  self->most_lines = 1;
  cairo_set_source_rgb (self->cairo, 0.3, 0.3, 0.3);
  draw_words (self, page, MARGIN, self->height - MARGIN + 6, self->width - 2 * MARGIN, TRUE);
  if (self->n_pages > 1)
    draw_words (self, self->title, MARGIN, self->height - MARGIN + 6, (self->width - 2 * MARGIN) * 0.8,
                FALSE);
}

static void
draw_title (AccordTablePrint *self)
{
  set_font (self, 16, TRUE);
  self->y += draw_words (self, self->title, MARGIN, self->y, self->width - 2 * MARGIN, FALSE) + 2;
  if (self->subtitle != NULL)
    {
      set_font (self, 9, FALSE);
      self->y += draw_words (self, self->subtitle, MARGIN, self->y, self->width - 2 * MARGIN, FALSE);
    }
  self->y += 12;
}

static void
draw_headings (AccordTablePrint *self)
{
  double height = 0;

  set_font (self, 8.5, TRUE);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = column_at (self, i);
      double one = draw_words (self, _ (field_of (self, column)->label), column->x, self->y, column->width,
                               column->number);

      height = MAX (height, one);
    }
  self->y += height + ROW_PADDING;
  draw_line (self, 0);
  self->y += ROW_PADDING;
}

static void
turn_page (AccordTablePrint *self)
{
  if (self->n_pages > 0)
    draw_foot (self);
  self->cairo = self->begin_page (self->data);
  self->n_pages++;
  self->y = MARGIN;
  self->most_lines = MOST_LINES;
  g_clear_object (&self->layout);
  self->layout = pango_cairo_create_layout (self->cairo);
  cairo_set_source_rgb (self->cairo, 0, 0, 0);
  if (self->n_pages == 1)
    draw_title (self);
  draw_headings (self);
}

static char *
dup_words (AccordTablePrint *self, AccordRecord *record, Column *column)
{
  char *words;

  if (accord_record_is_empty (record, column->field))
    {
      int stated = accord_kind_find_words (self->kind, column->field);
      const char *said = stated >= 0 ? accord_record_peek_text (record, (guint) stated) : NULL;

      return g_strdup (said != NULL ? said : "–");
    }
  if (accord_field_is_ledger (field_of (self, column)))
    {
      gint64 pence = accord_record_peek_int (record, column->field);

      column->summed = !__builtin_add_overflow (column->sum, pence, &column->sum) && column->summed;
      return accord_money_format (pence, ACCORD_MONEY_FULL);
    }
  words = accord_record_dup_display (record, column->field);
  return g_strdelimit (words, "\r\n\t", ' ');
}

static void
draw_row (AccordTablePrint *self, GPtrArray *words, gboolean bold)
{
  double height = 0;

  set_font (self, 8.5, bold);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = column_at (self, i);
      double one;

      set_font (self, 8.5, bold || column->is_title);
      one = set_words (self, words->pdata[i], column->width, column->number);
      height = MAX (height, one);
    }
  if (self->y + height > self->height - MARGIN - FOOT)
    turn_page (self);
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = column_at (self, i);

      set_font (self, 8.5, bold || column->is_title);
      draw_words (self, words->pdata[i], column->x, self->y, column->width, column->number);
    }
  self->y += height + ROW_PADDING;
  draw_line (self, 0.82);
  self->y += ROW_PADDING;
}

/* Sums only where there is more than one row, and never one that ran over. */
static void
draw_sums (AccordTablePrint *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  gboolean any = FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = column_at (self, i);
      gboolean sum = accord_field_is_ledger (field_of (self, column)) && column->summed;

      any |= sum;
      g_ptr_array_add (words, sum ? accord_money_format (column->sum, ACCORD_MONEY_FULL)
                                  : g_strdup (i == 0 ? _ ("Together") : ""));
    }
  if (any && self->n_rows > 1)
    draw_row (self, words, TRUE);
}

/**
 * accord_table_print_wants_landscape:
 * @kind: a kind
 * @fields: (array length=n_fields): indices of the fields that are columns
 * @n_fields: how many
 *
 * Returns: whether the list reads better on its side
 */
gboolean
accord_table_print_wants_landscape (const AccordKind *kind, const guint *fields, guint n_fields)
{
  return n_fields > 5;
}

/**
 * accord_table_print_new:
 * @kind: the kind of the records
 * @fields: (array length=n_fields): indices of the fields that are columns, at least one
 * @n_fields: how many
 * @title: what the list is
 * @subtitle: (nullable): what else there is to say, such as the day
 *
 * Returns: (transfer full): a list to be printed
 */
AccordTablePrint *
accord_table_print_new (const AccordKind *kind, const guint *fields, guint n_fields, const char *title,
                        const char *subtitle)
{
  AccordTablePrint *self = g_new0 (AccordTablePrint, 1);

  self->kind = kind;
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  for (guint i = 0; i < n_fields; i++)
    {
      Column column = { fields[i], is_number (&kind->fields[fields[i]]),
                        (int) fields[i] == kind->title_field };

      column.summed = TRUE;
      g_array_append_val (self->columns, column);
    }
  return self;
}

void
accord_table_print_free (AccordTablePrint *self)
{
  g_clear_object (&self->layout);
  g_array_unref (self->columns);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self);
}

/**
 * accord_table_print_begin:
 * @self: a list
 * @width: width of the paper, in points
 * @height: its height, in points
 * @func: (scope call): begins a page
 * @data: for @func
 *
 * Begins the first page.
 */
void
accord_table_print_begin (AccordTablePrint *self, double width, double height, AccordPageFunc func,
                          gpointer data)
{
  g_return_if_fail (self != NULL && self->n_pages == 0);

  self->width = width;
  self->height = height;
  self->begin_page = func;
  self->data = data;
  place_columns (self);
  turn_page (self);
}

/**
 * accord_table_print_add:
 * @self: a list that was begun
 * @record: its next record
 *
 * Puts a row on the page, or on the next one where it would not fit.
 */
void
accord_table_print_add (AccordTablePrint *self, AccordRecord *record)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->columns->len; i++)
    g_ptr_array_add (words, dup_words (self, record, column_at (self, i)));
  self->n_rows++;
  draw_row (self, words, FALSE);
}

/**
 * accord_table_print_finish:
 * @self: a list that was begun
 *
 * Says what the sums come to and ends the last page.
 *
 * Returns: how many pages there are
 */
guint
accord_table_print_finish (AccordTablePrint *self)
{
  draw_sums (self);
  draw_foot (self);
  return self->n_pages;
}
