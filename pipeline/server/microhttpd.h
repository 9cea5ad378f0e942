#ifndef SERVER_MICROHTTPD_H
#define SERVER_MICROHTTPD_H

/*
 * libmicrohttpd, opened when there is something to serve (0_base/late.h).
 */

#include <microhttpd.h>

#include "0_base/late.h"

#define MICROHTTPD_CALLS(CALL) \
    CALL(MHD_add_response_header) CALL(MHD_create_response_from_buffer) \
    CALL(MHD_destroy_response) CALL(MHD_get_connection_info) \
    CALL(MHD_get_daemon_info) CALL(MHD_get_timeout) \
    CALL(MHD_lookup_connection_value) CALL(MHD_queue_response) \
    CALL(MHD_run) CALL(MHD_start_daemon) CALL(MHD_stop_daemon)

extern struct microhttpd_calls {
    MICROHTTPD_CALLS(LATE_MEMBER)
} microhttpd;

#define MHD_add_response_header microhttpd.MHD_add_response_header
#define MHD_create_response_from_buffer \
    microhttpd.MHD_create_response_from_buffer
#define MHD_destroy_response microhttpd.MHD_destroy_response
#define MHD_get_connection_info microhttpd.MHD_get_connection_info
#define MHD_get_daemon_info microhttpd.MHD_get_daemon_info
#define MHD_get_timeout microhttpd.MHD_get_timeout
#define MHD_lookup_connection_value microhttpd.MHD_lookup_connection_value
#define MHD_queue_response microhttpd.MHD_queue_response
#define MHD_run microhttpd.MHD_run
#define MHD_start_daemon microhttpd.MHD_start_daemon
#define MHD_stop_daemon microhttpd.MHD_stop_daemon

/* False, with a finding, where the library is not there. */
bool microhttpd_open(struct findings *findings);

#endif
