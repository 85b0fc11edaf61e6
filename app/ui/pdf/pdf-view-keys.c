/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf/pdf-view-private.h"

#include <math.h>

#define LINE 48

/* How far a key goes: in lines, screens or to an end. */
enum
{
  BY_LINE,
  BY_SCREEN,
  BY_PAGE,
  TO_END,
  ACROSS_LINE,
};

static void
go_beside (AccordPdfView *self, int by)
{
  guint n = accord_pdf_layout_get_n_pages (&self->layout);

  if (n > 0)
    accord_pdf_view_go_to_page (self, (guint) CLAMP ((gint64) self->page + by, 0, (gint64) n - 1));
}

static gboolean
scroll (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordPdfView *self = ACCORD_PDF_VIEW (widget);
  GtkAdjustment *down = self->adjustments[DOWN];
  int how, by;

  g_variant_get (arguments, "(ii)", &how, &by);
  if (self->by_caret && (how == BY_LINE || how == ACROSS_LINE))
    return accord_pdf_view_move_caret (
        self, how == BY_LINE ? ACCORD_PDF_STEP_LINE : ACCORD_PDF_STEP_CHARACTER, by > 0, FALSE);
  if (how == BY_LINE)
    accord_pdf_view_scroll_by (self, DOWN, by * LINE);
  else if (how == ACROSS_LINE)
    accord_pdf_view_scroll_by (self, ACROSS, by * LINE);
  else if (how == BY_SCREEN && down != NULL)
    accord_pdf_view_scroll_by (self, DOWN, by * MAX (gtk_adjustment_get_page_size (down) - LINE, LINE));
  else if (how == BY_PAGE)
    go_beside (self, by);
  else if (how == TO_END && down != NULL)
    gtk_adjustment_set_value (down, by > 0 ? gtk_adjustment_get_upper (down) : 0);
  return TRUE;
}

static gboolean
extend (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  int step, by;

  g_variant_get (arguments, "(ii)", &step, &by);
  return accord_pdf_view_move_caret (ACCORD_PDF_VIEW (widget), (AccordPdfStep) step, by > 0, TRUE);
}

static gboolean
zoom (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  int by;

  g_variant_get (arguments, "(i)", &by);
  if (by == 0)
    accord_pdf_view_set_zoom (ACCORD_PDF_VIEW (widget), 1);
  else
    accord_pdf_view_zoom_step (ACCORD_PDF_VIEW (widget), by);
  return TRUE;
}

static gboolean
clear (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordPdfView *self = ACCORD_PDF_VIEW (widget);

  if (self->selection.anchor.page == ACCORD_PDF_NO_PAGE && !self->by_caret)
    return FALSE;
  self->by_caret = FALSE;
  accord_pdf_view_clear_selection (self);
  return TRUE;
}

/* F7 has the arrows move a caret, as in a browser. */
static gboolean
toggle_caret (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordPdfView *self = ACCORD_PDF_VIEW (widget);

  self->by_caret = !self->by_caret;
  if (!self->by_caret)
    accord_pdf_view_clear_selection (self);
  else if (!accord_pdf_view_has_selection (self))
    self->by_caret = accord_pdf_view_move_caret (self, ACCORD_PDF_STEP_LINE_END, FALSE, FALSE);
  return TRUE;
}

static gboolean
open_menu (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  accord_pdf_view_open_menu (ACCORD_PDF_VIEW (widget), gtk_widget_get_width (widget) / 2.0,
                             gtk_widget_get_height (widget) / 3.0);
  return TRUE;
}

static void
on_copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_pdf_view_copy (ACCORD_PDF_VIEW (widget));
}

static void
on_select_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_pdf_view_select_page (ACCORD_PDF_VIEW (widget));
}

/* With nothing selected, what is around the pages may have a meaning for the key. */
static gboolean
comment_here (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  AccordPdfView *self = ACCORD_PDF_VIEW (widget);

  if (!self->commentable || !accord_pdf_view_has_selection (self))
    return FALSE;
  accord_pdf_view_request_comment (self);
  return TRUE;
}

static void
on_comment (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_pdf_view_request_comment (ACCORD_PDF_VIEW (widget));
}

static void
bind_scroll (GtkWidgetClass *widget_class, guint key, guint keypad_key, GdkModifierType modifiers, int how,
             int by)
{
  gtk_widget_class_add_binding (widget_class, key, modifiers, scroll, "(ii)", how, by);
  if (keypad_key != 0)
    gtk_widget_class_add_binding (widget_class, keypad_key, modifiers, scroll, "(ii)", how, by);
}

static void
bind_select (GtkWidgetClass *widget_class, guint key, guint keypad_key, GdkModifierType modifiers, int step,
             int by)
{
  gtk_widget_class_add_binding (widget_class, key, GDK_SHIFT_MASK | modifiers, extend, "(ii)", step, by);
  gtk_widget_class_add_binding (widget_class, keypad_key, GDK_SHIFT_MASK | modifiers, extend, "(ii)", step,
                                by);
}

static void
install_scrolling (GtkWidgetClass *widget_class)
{
  bind_scroll (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, BY_LINE, -1);
  bind_scroll (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, BY_LINE, 1);
  bind_scroll (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, ACROSS_LINE, -1);
  bind_scroll (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, ACROSS_LINE, 1);
  bind_scroll (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, BY_SCREEN, -1);
  bind_scroll (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, BY_SCREEN, 1);
  bind_scroll (widget_class, GDK_KEY_space, GDK_KEY_KP_Space, 0, BY_SCREEN, 1);
  bind_scroll (widget_class, GDK_KEY_space, GDK_KEY_KP_Space, GDK_SHIFT_MASK, BY_SCREEN, -1);
  bind_scroll (widget_class, GDK_KEY_BackSpace, 0, 0, BY_SCREEN, -1);
  bind_scroll (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, GDK_CONTROL_MASK, BY_PAGE, -1);
  bind_scroll (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, GDK_CONTROL_MASK, BY_PAGE, 1);
  bind_scroll (widget_class, GDK_KEY_p, 0, 0, BY_PAGE, -1);
  bind_scroll (widget_class, GDK_KEY_n, 0, 0, BY_PAGE, 1);
  bind_scroll (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, TO_END, -1);
  bind_scroll (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 0, TO_END, 1);
  bind_scroll (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, TO_END, -1);
  bind_scroll (widget_class, GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, TO_END, 1);
}

static void
install_selecting (GtkWidgetClass *widget_class)
{
  bind_select (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, ACCORD_PDF_STEP_CHARACTER, -1);
  bind_select (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, ACCORD_PDF_STEP_CHARACTER, 1);
  bind_select (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, GDK_CONTROL_MASK, ACCORD_PDF_STEP_WORD, -1);
  bind_select (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, GDK_CONTROL_MASK, ACCORD_PDF_STEP_WORD, 1);
  bind_select (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, ACCORD_PDF_STEP_LINE, -1);
  bind_select (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, ACCORD_PDF_STEP_LINE, 1);
  bind_select (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, ACCORD_PDF_STEP_LINE_END, -1);
  bind_select (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 0, ACCORD_PDF_STEP_LINE_END, 1);
  bind_select (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, ACCORD_PDF_STEP_PAGE_END, -1);
  bind_select (widget_class, GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, ACCORD_PDF_STEP_PAGE_END, 1);
}

/**
 * accord_pdf_view_install_keys:
 * @widget_class: the view's class
 *
 * Says what keys do: arrows, Page Up and Down, Home, End and space scroll, with Shift they select, Ctrl with
 * plus, minus and nought zoom.
 */
void
accord_pdf_view_install_keys (GtkWidgetClass *widget_class)
{
  const struct
  {
    guint key;
    int by;
  } zooms[] = { { GDK_KEY_plus, 1 },   { GDK_KEY_equal, 1 },       { GDK_KEY_KP_Add, 1 },
                { GDK_KEY_minus, -1 }, { GDK_KEY_underscore, -1 }, { GDK_KEY_KP_Subtract, -1 },
                { GDK_KEY_0, 0 },      { GDK_KEY_KP_0, 0 } };

  install_scrolling (widget_class);
  install_selecting (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      gtk_widget_class_add_binding (widget_class, zooms[i].key, GDK_CONTROL_MASK, zoom, "(i)", zooms[i].by);
      gtk_widget_class_add_binding (widget_class, zooms[i].key, GDK_CONTROL_MASK | GDK_SHIFT_MASK, zoom,
                                    "(i)", zooms[i].by);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, clear, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F7, 0, toggle_caret, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, open_menu, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, open_menu, NULL);
  gtk_widget_class_install_action (widget_class, "pdf.copy", NULL, on_copy);
  gtk_widget_class_install_action (widget_class, "pdf.select-page", NULL, on_select_page);
  gtk_widget_class_install_action (widget_class, "pdf.comment", NULL, on_comment);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "pdf.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "pdf.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "pdf.select-page", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, comment_here, NULL);
}
