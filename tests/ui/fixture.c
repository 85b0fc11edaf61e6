/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#define PATIENCE_SECONDS 60

#ifdef __SANITIZE_ADDRESS__
/* The compiler brings the function and not its header. */
int __sanitizer_install_malloc_and_free_hooks (void (*allocated) (const volatile void *memory, size_t size),
                                               void (*released) (const volatile void *memory));

/* GLib numbers its interned strings in an array for 2048 of them, made when the library is loaded. A program
 * that interns more lets go of the array on purpose, since other threads may still read it. The array is held
 * here, so that it is not taken for a leak; nothing that is made later is. */
#define FIRST_STRINGS (2048 * sizeof (char *))

static const volatile void *first_strings;
static gboolean started;

static void
note_allocation (const volatile void *memory, size_t size)
{
  if (!started && first_strings == NULL && size == FIRST_STRINGS)
    first_strings = memory;
}

static void
note_release (const volatile void *memory)
{
  if (memory == first_strings)
    first_strings = NULL;
}

/* Before any library is started. */
static void
watch_allocations (int argc, char **argv, char **environment)
{
  __sanitizer_install_malloc_and_free_hooks (note_allocation, note_release);
}

__attribute__ ((section (".preinit_array"), used)) static void (*const watch) (int, char **,
                                                                               char **) = watch_allocations;
#endif

static gboolean
give_up (gpointer data)
{
  gboolean *late = data;

  *late = TRUE;

  return G_SOURCE_CONTINUE;
}

static void
painted (GdkFrameClock *clock, gpointer data)
{
  gboolean *done = data;

  *done = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

static void
add_look (GdkDisplay *display)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, ACCORD_RESOURCES "/style.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display), ACCORD_RESOURCES "/icons");
}

/**
 * ui_test_init:
 * @argc: (inout): from main()
 * @argv: (inout): from main()
 *
 * Starts GTK for a test, with everything that differs between desktops pinned: no animations, one font, one
 * resolution, Accord's style and icons in the light look.
 */
void
ui_test_init (int *argc, char ***argv)
{
#ifdef __SANITIZE_ADDRESS__
  started = TRUE;
#endif
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE,
                "gtk-font-name", "DejaVu Sans 10", "gtk-xft-dpi", 96 * 1024, "gtk-xft-antialias", 1,
                "gtk-xft-hinting", 0, "gtk-xft-rgba", "none", NULL);
  add_look (gdk_display_get_default ());
}

/**
 * ui_wait_until:
 * @condition: what to wait for
 * @data: data for @condition
 *
 * Runs the main loop until @condition holds, a minute at most: the machine may be busy with more than this
 * test.
 *
 * Returns: whether it came to hold
 */
gboolean
ui_wait_until (UiCondition condition, gpointer data)
{
  gboolean late = FALSE;
  guint guard = g_timeout_add_seconds (PATIENCE_SECONDS, give_up, &late);
  gboolean met;

  while (!(met = condition (data)) && !late)
    g_main_context_iteration (NULL, TRUE);

  g_source_remove (guard);

  return met;
}

/**
 * ui_wait_frame:
 * @widget: a widget in a window that is shown
 *
 * Returns when a frame with what is now known has been painted.
 */
void
ui_wait_frame (GtkWidget *widget)
{
  gboolean done = FALSE;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted), &done);

  gtk_widget_queue_draw (widget);
  g_assert_true (ui_wait_until (is_true, &done));
  g_signal_handler_disconnect (clock, handler);
}

/**
 * ui_drain:
 *
 * Runs what the main loop has ready and returns.
 */
void
ui_drain (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/**
 * ui_is_gone:
 * @data: where a pointer is, which g_object_add_weak_pointer() knows of
 *
 * A condition for ui_wait_until().
 *
 * Returns: whether the object is no more
 */
gboolean
ui_is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static GtkWidget *
find_type (GtkWidget *within, GType type, gboolean mapped, guint *left)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (within, type) && (!mapped || gtk_widget_get_mapped (within))
      && (*left)-- == 0)
    return within;
  for (GtkWidget *child = gtk_widget_get_first_child (within); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type, mapped, left);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * ui_find_type:
 * @within: a widget
 * @type: of what is looked for
 *
 * Returns: (transfer none) (nullable): the first widget of the type, also where it is hidden; it may be
 *   @within itself
 */
GtkWidget *
ui_find_type (GtkWidget *within, GType type)
{
  return ui_find_nth (within, type, 0);
}

/**
 * ui_find_mapped:
 * @within: a widget
 * @type: of what is looked for
 *
 * Returns: (transfer none) (nullable): the first widget of the type that a person can come to see
 */
GtkWidget *
ui_find_mapped (GtkWidget *within, GType type)
{
  guint left = 0;

  return find_type (within, type, TRUE, &left);
}

/**
 * ui_find_nth:
 * @within: a widget
 * @type: of what is looked for
 * @nth: which of them, from 0, in the order of the tree
 *
 * Returns: (transfer none) (nullable): the widget of the type, also where it is hidden
 */
GtkWidget *
ui_find_nth (GtkWidget *within, GType type, guint nth)
{
  return find_type (within, type, FALSE, &nth);
}
