/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A stream that gives its bytes a few at a time, so that every boundary falls everywhere. */
#define TEST_TYPE_DRIP (test_drip_get_type ())
G_DECLARE_FINAL_TYPE (TestDrip, test_drip, TEST, DRIP, GInputStream)

GInputStream *test_drip_new (const char *data, gsize len, gsize most);

GFile *test_fixture (const char *name);
GFile *test_shared (const char *path);
GFile *test_file_new (const char *data, gsize len);
void test_file_free (GFile *file);

G_END_DECLS
