/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf/pdf-layout.h"
#include "pdf/pdf-selection.h"
#include "pdf/pdf-sheet.h"
#include "pdf/pdf-text.h"
#include "pdf/pdf-view.h"

G_BEGIN_DECLS

#define ACROSS GTK_ORIENTATION_HORIZONTAL
#define DOWN GTK_ORIENTATION_VERTICAL
/* 100 % is as large as on paper, at 96 pixels an inch. */
#define PIXELS_A_POINT (96.0 / 72.0)

/**
 * AccordPdfReveal:
 * @ACCORD_PDF_REVEAL_GENTLY: stay if it is in sight, and scroll no more than needed
 * @ACCORD_PDF_REVEAL_IN_MIDDLE: with something of what is above it
 * @ACCORD_PDF_REVEAL_AT_TOP: at the top
 *
 * How something is brought into sight.
 */
typedef enum
{
  ACCORD_PDF_REVEAL_GENTLY,
  ACCORD_PDF_REVEAL_IN_MIDDLE,
  ACCORD_PDF_REVEAL_AT_TOP,
} AccordPdfReveal;

/*
 * Pages below each other. Only those in sight are there, each a sheet, which scrolls by being placed
 * elsewhere; what is drawn on it is kept by GTK until it changes.
 */
struct _AccordPdfView
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
  AccordPdfFile *file;
  AccordPdfRender *render;
  AccordPdfLayout layout;
  GPtrArray *sheets; /* in order */
  double zoom;
  AccordPdfFit fit;
  guint page;
  gboolean allocating;
  double asked_zoom; /* what was last asked to be drawn */
  int asked_width;
  int asked_height;
  guint tick;

  /* Where to go once there is a size: a page, and what of it should be in sight. */
  AccordPdfPlace *pending;
  AccordPdfReveal pending_reveal;

  GPtrArray *marks;
  GPtrArray *hits;
  int hit;

  AccordPdfSelection selection;
  gboolean caret_shown;
  gboolean by_caret; /* the arrows move the caret */
  gboolean selecting;
  double press_x;
  double press_y;
  double pointer_x;
  double pointer_y;
  guint autoscroll;
  gboolean commentable;
  GtkWidget *comment;
  GtkWidget *menu;
  GtkWidget *address; /* where a link leads */
};

double accord_pdf_view_get_scale (AccordPdfView *self);
double accord_pdf_view_get_offset (AccordPdfView *self, GtkOrientation orientation);
void accord_pdf_view_set_adjustment (AccordPdfView *self, GtkOrientation orientation,
                                     GtkAdjustment *adjustment);
void accord_pdf_view_size_allocate (GtkWidget *widget, int width, int height, int baseline);
void accord_pdf_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                              int *natural, int *minimum_baseline, int *natural_baseline);
void accord_pdf_view_update_sheets (AccordPdfView *self);
void accord_pdf_view_drop_sheets (AccordPdfView *self);
AccordPdfSheet *accord_pdf_view_find_sheet (AccordPdfView *self, guint page);
void accord_pdf_view_zoom_at (AccordPdfView *self, double zoom, AccordPdfFit fit, double x, double y);
void accord_pdf_view_scroll_by (AccordPdfView *self, GtkOrientation orientation, double by);
void accord_pdf_view_reveal (AccordPdfView *self, guint page, const AccordPdfRectangle *part,
                             AccordPdfReveal reveal);
gboolean accord_pdf_view_find_point (AccordPdfView *self, double x, double y, guint page, double *page_x,
                                     double *page_y);
guint accord_pdf_view_find_page_at (AccordPdfView *self, double y);
void accord_pdf_view_dress (AccordPdfView *self, AccordPdfSheet *sheet);

gboolean accord_pdf_view_has_selection (AccordPdfView *self);
void accord_pdf_view_select (AccordPdfView *self, AccordPdfPoint anchor, AccordPdfPoint caret,
                             gboolean caret_shown);
void accord_pdf_view_show_selection (AccordPdfView *self, AccordPdfSheet *sheet);
void accord_pdf_view_selection_settled (AccordPdfView *self);
void accord_pdf_view_place_comment (AccordPdfView *self);
void accord_pdf_view_add_comment_button (AccordPdfView *self);
void accord_pdf_view_request_comment (AccordPdfView *self);
gboolean accord_pdf_view_move_caret (AccordPdfView *self, AccordPdfStep step, gboolean on, gboolean extend);

void accord_pdf_view_install_keys (GtkWidgetClass *widget_class);
void accord_pdf_view_add_pointer (AccordPdfView *self);
void accord_pdf_view_open_menu (AccordPdfView *self, double x, double y);
void accord_pdf_view_follow (AccordPdfView *self, AccordPdfSpot *spot);

G_END_DECLS
