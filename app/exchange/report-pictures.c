/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-private.h"

/* A chart is laid out in its own pixels and set smaller: its text is then as large as that of a table. */
#define CHART_FONT 14.667
#define CHART_SCALE 0.6

#define FIGURE_GAP 12.0
#define FIGURE_SIZE 17.0
#define FIGURE_LEAST 11.0

/* --- Key figures: name, value and note of each, side by side. */

/* As large as the widest of them allows. */
static double
value_size (AccordSheet *self, char **cells, double width)
{
  double size = FIGURE_SIZE;

  for (guint i = 1; cells[i - 1] != NULL; i += 3)
    {
      int natural;

      accord_sheet_set_font (self, FIGURE_SIZE, TRUE);
      accord_sheet_set_words (self, cells[i], -1.0 / PANGO_SCALE);
      pango_layout_get_size (self->layout, &natural, NULL);
      if (natural / (double) PANGO_SCALE > width)
        size = MIN (size, FIGURE_SIZE * width * PANGO_SCALE / natural);
    }
  return MAX (size, FIGURE_LEAST);
}

/* One line of all figures: @which is 0 for their names, 1 for their values, 2 for their notes. */
static double
line_height (AccordSheet *self, char **cells, guint which, double size, double width)
{
  double height = 0;

  for (guint i = which; cells[i - which] != NULL; i += 3)
    height = MAX (height, accord_sheet_measure (self, cells[i], size, which == 1, width));
  return height;
}

/**
 * accord_sheet_draw_figures:
 * @self: a sheet
 * @block: key figures
 *
 * Draws figures large, side by side.
 */
void
accord_sheet_draw_figures (AccordSheet *self, const AccordReportBlock *block)
{
  const guint n = g_strv_length (block->cells) / 3;
  const double width = (accord_sheet_text_width (self) - (n - 1) * FIGURE_GAP) / n;
  const double sizes[] = { ACCORD_SHEET_NOTE, value_size (self, block->cells, width), ACCORD_SHEET_NOTE };
  double heights[3], all = 0;

  for (guint i = 0; i < 3; i++)
    all += heights[i] = line_height (self, block->cells, i, sizes[i], width);
  if (accord_sheet_room (self) < all + 16)
    accord_sheet_turn (self);
  self->y += 6;
  accord_sheet_draw_rule (self, 0);
  self->y += 5;
  for (guint i = 0; i < n; i++)
    {
      const double x = ACCORD_SHEET_MARGIN + i * (width + FIGURE_GAP);
      double y = self->y;

      for (guint j = 0; j < 3; j++)
        {
          accord_sheet_tag (self, "P");
          accord_sheet_measure (self, block->cells[i * 3 + j], sizes[j], j == 1, width);
          accord_sheet_set_grey (self, j == 1 ? 0 : 0.3);
          accord_sheet_show (self, x, y);
          accord_sheet_end_tag (self, "P");
          y += heights[j];
        }
    }
  self->y += all + 5;
  accord_sheet_draw_rule (self, 0);
  self->y += 8;
}

/* --- Charts. */

static PangoContext *
dup_context (AccordSheet *self)
{
  PangoContext *context = pango_cairo_create_context (self->cairo);
  const PangoContext *words = pango_layout_get_context (self->layout);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, "Cantarell, sans-serif");
  pango_font_description_set_absolute_size (font, CHART_FONT * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_cairo_context_set_font_options (context,
                                        pango_cairo_context_get_font_options ((PangoContext *) words));
  pango_font_description_free (font);
  return context;
}

/**
 * accord_sheet_draw_chart:
 * @self: a sheet
 * @block: a chart
 *
 * Draws a chart as wide as the text, whole on one page, and under it in words what it shows.
 */
void
accord_sheet_draw_chart (AccordSheet *self, const AccordReportBlock *block)
{
  PangoContext *context = dup_context (self);
  g_autoptr (AccordChartPlan) plan = NULL;
  const char *summary = accord_chart_get_summary (block->chart);
  AccordCanvas canvas;
  double words;

  accord_canvas_init_paper (&canvas, self->cairo, context);
  canvas.patterns = TRUE;
  plan = accord_chart_plan (block->chart, &canvas, accord_sheet_text_width (self) / CHART_SCALE);
  words = accord_sheet_measure (self, summary, ACCORD_SHEET_NOTE, FALSE, accord_sheet_text_width (self));
  if (accord_sheet_room (self) < plan->height * CHART_SCALE + words + 10 && self->y > ACCORD_SHEET_MARGIN)
    {
      accord_sheet_turn (self);
      canvas.cairo = self->cairo;
    }
  accord_sheet_tag (self, "Figure");
  cairo_save (self->cairo);
  cairo_translate (self->cairo, ACCORD_SHEET_MARGIN, self->y);
  cairo_scale (self->cairo, CHART_SCALE, CHART_SCALE);
  accord_chart_draw (block->chart, plan, &canvas);
  cairo_restore (self->cairo);
  cairo_new_path (self->cairo);
  accord_sheet_end_tag (self, "Figure");
  if (self->alternatives != NULL)
    g_ptr_array_add (self->alternatives, g_strdup (summary));
  self->y += plan->height * CHART_SCALE + 3;
  accord_sheet_draw_words (self, summary, ACCORD_SHEET_NOTE, FALSE, 0, 0.3, "Caption");
  self->y += 8;
  g_object_unref (context);
}
