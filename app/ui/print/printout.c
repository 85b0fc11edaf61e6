/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/printout.h"

#include "date.h"
#include "exchange-error.h"
#include "print/page-breaks.h"
#include "safe-file.h"
#include "table-print.h"
#include "today.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

/* In points. */
#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89
#define MARGIN 36.0
/* A pixel of the screen is at most so many points on paper, so that a narrow page is not blown up. */
#define LARGEST_SCALE 0.75
#define OVERHANG 2
#define FOOT_SIZE 8.0
#define FOOT_GAP 8.0

/*
 * Something ready to be drawn page by page: the picture of a page of the window, in which letters stay
 * letters, or the records of a list, or a report.
 */
struct _AccordPrintout
{
  GObject parent_instance;

  char *title;

  GskRenderNode *node;
  GArray *spans;
  double node_width;
  double node_height;
  double scale;
  GArray *breaks;

  GPtrArray *records;
  GArray *fields;
  AccordReport *report;
  GPtrArray *sheets;
  cairo_t *sheet;
  double width;
  double height;
};

G_DEFINE_FINAL_TYPE (AccordPrintout, accord_printout, G_TYPE_OBJECT)

static void
accord_printout_finalize (GObject *object)
{
  AccordPrintout *self = ACCORD_PRINTOUT (object);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->breaks, g_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_clear_pointer (&self->fields, g_array_unref);
  g_clear_pointer (&self->report, accord_report_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_free (self->title);

  G_OBJECT_CLASS (accord_printout_parent_class)->finalize (object);
}

static void
accord_printout_class_init (AccordPrintoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = accord_printout_finalize;
}

static void
accord_printout_init (AccordPrintout *self)
{
}

/* Lines of words and pictures are not to be cut; what holds them may be. */
static void
collect_spans (GtkWidget *within, GtkWidget *top, GArray *spans)
{
  gboolean leaf = TRUE;

  if (!gtk_widget_get_mapped (within))
    return;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_NATIVE (child))
      {
        leaf = FALSE;
        collect_spans (child, top, spans);
      }
  if (leaf || gtk_widget_has_css_class (within, "unbroken"))
    {
      graphene_rect_t bounds;
      AccordSpan span;

      if (!gtk_widget_compute_bounds (within, top, &bounds))
        return;
      span.top = bounds.origin.y;
      span.bottom = bounds.origin.y + bounds.size.height;
      g_array_append_val (spans, span);
    }
}

/**
 * accord_printout_new_for_widget:
 * @widget: a widget that is shown; parts of it may be scrolled out of sight
 * @title: what it is
 *
 * Returns: (transfer full): the widget as it looks now
 */
AccordPrintout *
accord_printout_new_for_widget (GtkWidget *widget, const char *title)
{
  AccordPrintout *self = g_object_new (ACCORD_TYPE_PRINTOUT, NULL);
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  self->title = g_strdup (title);
  self->node_width = gtk_widget_get_width (widget);
  self->node_height = gtk_widget_get_height (widget);
  gdk_paintable_snapshot (picture, snapshot, self->node_width, self->node_height);
  self->node = gtk_snapshot_free_to_node (snapshot);
  self->spans = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  collect_spans (widget, widget, self->spans);
  return self;
}

/**
 * accord_printout_new_for_node:
 * @node: a picture
 * @width: how wide it is
 * @height: how high it is; it is not cut where it fits on a page
 * @title: what it is
 *
 * Returns: (transfer full): the picture
 */
AccordPrintout *
accord_printout_new_for_node (GskRenderNode *node, double width, double height, const char *title)
{
  AccordPrintout *self = g_object_new (ACCORD_TYPE_PRINTOUT, NULL);

  self->title = g_strdup (title);
  self->node = gsk_render_node_ref (node);
  self->node_width = width;
  self->node_height = height;
  self->spans = g_array_new (FALSE, FALSE, sizeof (AccordSpan));
  return self;
}

/**
 * accord_printout_new_for_records:
 * @records: (element-type AccordRecord): records of one kind, in order
 * @fields: (array length=n_fields): indices of the fields that are columns, at least one
 * @n_fields: how many
 * @title: what they are
 *
 * Returns: (transfer full): a list
 */
AccordPrintout *
accord_printout_new_for_records (GPtrArray *records, const guint *fields, guint n_fields, const char *title)
{
  AccordPrintout *self = g_object_new (ACCORD_TYPE_PRINTOUT, NULL);

  self->title = g_strdup (title);
  self->records = g_ptr_array_ref (records);
  self->fields = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_vals (self->fields, fields, n_fields);
  return self;
}

/**
 * accord_printout_new_for_report:
 * @report: a report
 *
 * Returns: (transfer full): the report
 */
AccordPrintout *
accord_printout_new_for_report (AccordReport *report)
{
  AccordPrintout *self = g_object_new (ACCORD_TYPE_PRINTOUT, NULL);

  self->title = g_strdup (accord_report_get_title (report));
  self->report = accord_report_ref (report);
  return self;
}

static guint
lay_out_report (AccordPrintout *self)
{
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  self->sheets = accord_report_lay_out (self->report, self->width, self->height);
  return self->sheets->len;
}

static guint
lay_out_node (AccordPrintout *self)
{
  double room = self->width - 2 * MARGIN;

  self->scale = MIN (LARGEST_SCALE, room / MAX (1, self->node_width));
  g_clear_pointer (&self->breaks, g_array_unref);
  self->breaks = accord_page_breaks ((const AccordSpan *) (gpointer) self->spans->data, self->spans->len,
                                     self->node_height, (self->height - 2 * MARGIN) / self->scale);
  return self->breaks->len;
}

static cairo_t *
begin_sheet (gpointer data)
{
  AccordPrintout *self = data;
  cairo_rectangle_t paper = { 0, 0, self->width, self->height };
  cairo_surface_t *sheet = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &paper);

  g_clear_pointer (&self->sheet, cairo_destroy);
  g_ptr_array_add (self->sheets, sheet);
  self->sheet = cairo_create (sheet);
  return self->sheet;
}

static guint
lay_out_records (AccordPrintout *self)
{
  const AccordKind *kind = self->records->len > 0 ? accord_record_get_kind (self->records->pdata[0]) : NULL;
  g_autoptr (AccordTablePrint) table = NULL;
  g_autofree char *today = accord_today_dup ();
  g_autofree char *day = accord_date_format (today);

  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);
  if (kind == NULL)
    return 0;
  table = accord_table_print_new (kind, (const guint *) (gpointer) self->fields->data, self->fields->len,
                                  self->title, day);
  accord_table_print_begin (table, self->width, self->height, begin_sheet, self);
  for (guint i = 0; i < self->records->len; i++)
    accord_table_print_add (table, self->records->pdata[i]);
  accord_table_print_finish (table);
  g_clear_pointer (&self->sheet, cairo_destroy);
  return self->sheets->len;
}

/**
 * accord_printout_lay_out:
 * @self: a printout
 * @width: width of the paper, in points
 * @height: its height, in points
 *
 * Returns: how many pages it takes
 */
guint
accord_printout_lay_out (AccordPrintout *self, double width, double height)
{
  g_return_val_if_fail (ACCORD_IS_PRINTOUT (self), 0);

  self->width = width;
  self->height = height;
  if (self->report != NULL)
    return lay_out_report (self);
  return self->records != NULL ? lay_out_records (self) : lay_out_node (self);
}

static void
draw_node (AccordPrintout *self, cairo_t *cairo, guint page)
{
  double top = page > 0 ? g_array_index (self->breaks, double, page - 1) : 0;
  double bottom = g_array_index (self->breaks, double, page);

  if (self->node == NULL)
    return;
  cairo_save (cairo);
  cairo_translate (cairo, (self->width - self->node_width * self->scale) / 2, MARGIN);
  cairo_scale (cairo, self->scale, self->scale);
  /* The foot of a letter may reach a pixel below its line, and would be seen at the head of the next page. */
  cairo_rectangle (cairo, 0, page > 0 ? OVERHANG : 0, self->node_width, bottom - top);
  cairo_clip (cairo);
  cairo_translate (cairo, 0, -top);
  gsk_render_node_draw (self->node, cairo);
  cairo_restore (cairo);
}

/* Sheets get apart: each says what it is of. */
static void
draw_foot (AccordPrintout *self, cairo_t *cairo, guint page)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cairo);
  g_autofree char *today = accord_today_dup ();
  g_autofree char *day = accord_date_format (today);
  g_autofree char *left = g_strdup_printf ("%s · %s", self->title, day);
  /* Translators: the number of a page, and how many there are. */
  g_autofree char *right = g_strdup_printf (_ ("Page %u of %u"), page + 1, self->breaks->len);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, sans-serif");
  double room = self->width - 2 * MARGIN;

  pango_font_description_set_absolute_size (font, FOOT_SIZE * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_set_source_rgb (cairo, 0.3, 0.3, 0.3);

  pango_layout_set_width (layout, (int) (room * 0.8 * PANGO_SCALE));
  pango_layout_set_text (layout, left, -1);
  cairo_move_to (cairo, MARGIN, self->height - MARGIN + FOOT_GAP);
  pango_cairo_show_layout (cairo, layout);
  pango_layout_set_width (layout, (int) (room * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_text (layout, right, -1);
  cairo_move_to (cairo, MARGIN, self->height - MARGIN + FOOT_GAP);
  pango_cairo_show_layout (cairo, layout);
  cairo_new_path (cairo);
}

/**
 * accord_printout_draw:
 * @self: a printout that was laid out
 * @cairo: what to draw with, in points from the top left of the paper
 * @page: which page, from 0
 *
 * Draws a page.
 */
void
accord_printout_draw (AccordPrintout *self, cairo_t *cairo, guint page)
{
  g_return_if_fail (ACCORD_IS_PRINTOUT (self));

  if (self->records == NULL && self->report == NULL)
    {
      draw_node (self, cairo, page);
      draw_foot (self, cairo, page);
      return;
    }
  cairo_set_source_surface (cairo, self->sheets->pdata[page], 0, 0);
  cairo_paint (cairo);
}

static gboolean
wants_landscape (AccordPrintout *self)
{
  if (self->report != NULL)
    return accord_report_get_landscape (self->report);
  return self->records != NULL && self->records->len > 0
         && accord_table_print_wants_landscape (accord_record_get_kind (self->records->pdata[0]),
                                                (const guint *) (gpointer) self->fields->data,
                                                self->fields->len);
}

static gboolean
draw_all (AccordPrintout *self, const char *path, GError **error)
{
  gboolean landscape = wants_landscape (self);
  double width = landscape ? A4_HEIGHT : A4_WIDTH, height = landscape ? A4_WIDTH : A4_HEIGHT;
  guint n_pages = accord_printout_lay_out (self, width, height);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, width, height);
  cairo_t *cairo = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  for (guint i = 0; i < n_pages; i++)
    {
      accord_printout_draw (self, cairo, i);
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_WRITE,
               _ ("The PDF cannot be written: %s."), cairo_status_to_string (status));
  return FALSE;
}

/**
 * accord_printout_write_pdf:
 * @self: a printout
 * @file: the file to write, on a local disk
 * @error: return location for a #GError
 *
 * Writes it as a PDF of A4 pages, which is there whole or, if anything goes wrong, as it was before.
 *
 * Returns: %FALSE if it cannot be written
 */
gboolean
accord_printout_write_pdf (AccordPrintout *self, GFile *file, GError **error)
{
  g_autoptr (AccordSafeFile) place = NULL;

  g_return_val_if_fail (ACCORD_IS_PRINTOUT (self), FALSE);

  place = accord_safe_file_new (file, error);
  return place != NULL && draw_all (self, accord_safe_file_get_path (place), error)
         && accord_safe_file_finish (place, error);
}

static void
on_begin (GtkPrintOperation *operation, GtkPrintContext *context, AccordPrintout *self)
{
  guint n_pages = accord_printout_lay_out (self, gtk_print_context_get_width (context),
                                           gtk_print_context_get_height (context));

  gtk_print_operation_set_n_pages (operation, MAX (1, (int) n_pages));
}

static void
on_draw (GtkPrintOperation *operation, GtkPrintContext *context, int page, AccordPrintout *self)
{
  if (self->sheets == NULL || (guint) page < self->sheets->len)
    accord_printout_draw (self, gtk_print_context_get_cairo_context (context), page);
}

/**
 * accord_printout_print:
 * @self: a printout
 * @parent: the window that it comes from
 *
 * Asks for a printer and prints.
 */
void
accord_printout_print (AccordPrintout *self, GtkWindow *parent)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  g_return_if_fail (ACCORD_IS_PRINTOUT (self));

  if (wants_landscape (self))
    gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, self->title);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (on_begin), self, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (on_draw), self, 0);
  /* The operation lives on by itself; what it draws lives as long. */
  g_object_set_data_full (G_OBJECT (operation), "accord-printout", g_object_ref (self), g_object_unref);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
